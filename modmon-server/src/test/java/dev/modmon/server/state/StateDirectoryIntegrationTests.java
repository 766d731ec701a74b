package dev.modmon.server.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryIntegrationTests {
    @TempDir Path directory;

    @Test
    void isItsOwnersAlone() throws Exception {
        StateDirectory state = StateDirectory.at(directory.resolve("a/b"));

        assertThat(Files.getPosixFilePermissions(state.root()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(state.directory("inside")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void leavesAForeignDirectoryAlone() throws Exception {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThatThrownBy(() -> StateDirectory.at(open))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("chmod 700");
        assertThat(Files.getPosixFilePermissions(open))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void isLockedByOneAtATime() {
        StateDirectory state = StateDirectory.at(directory.resolve("state"));
        try (StateLock _ = StateLock.take(state)) {
            assertThatThrownBy(() -> StateLock.take(state))
                    .isInstanceOf(StateInUseException.class)
                    .hasMessageContaining(state.root().toString());
        }
        StateLock.take(state).close();
    }

    @Test
    void replacesAFileAsAWhole() throws Exception {
        PrivateFile file = StateDirectory.at(directory.resolve("state")).file("note");
        assertThat(file.read()).isEmpty();

        file.write("first");
        file.write("second");

        assertThat(file.read()).contains("second");
        assertThat(Files.getPosixFilePermissions(file.path()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(file.path().getParent())) {
            assertThat(files).containsExactly(file.path());
        }
    }
}
