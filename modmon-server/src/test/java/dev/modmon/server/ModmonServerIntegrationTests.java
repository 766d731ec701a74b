package dev.modmon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process: how it starts, refuses to start, and ends.
class ModmonServerIntegrationTests {
    @TempDir Path directory;

    @Test
    void saysWhereItIsAndTakesItBackAtTheEnd() throws Exception {
        Path state = directory.resolve("state");
        try (ServerProcess server = start(state)) {
            server.awaitReady(state);
            assertThat(Files.readString(state.resolve("server.json")))
                    .contains("\"sshPort\":", "\"hostKey\":\"ssh-ed25519 ");
            assertThat(Files.getPosixFilePermissions(state))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(state.resolve("modmon.db")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));

            server.terminate();

            assertThat(state.resolve("server.json")).doesNotExist();
        }
    }

    @Test
    void keepsItsHostKey() throws Exception {
        Path state = directory.resolve("state");
        String first = hostKey(state);

        assertThat(hostKey(state)).isEqualTo(first);
    }

    private String hostKey(Path state) throws Exception {
        try (ServerProcess server = start(state)) {
            server.awaitReady(state);
            String key =
                    Files.readString(state.resolve("server.json"))
                            .replaceAll("(?s).*\"hostKey\":\"([^\"]*)\".*", "$1");
            server.terminate();
            return key;
        }
    }

    @Test
    void refusesAStateThatAnotherServerUses() throws Exception {
        Path state = directory.resolve("state");
        try (ServerProcess first = start(state)) {
            first.awaitReady(state);
            try (ServerProcess second = start(state)) {
                assertThat(second.awaitEnd()).isEqualTo(1);
                assertThat(second.output().lines())
                        .containsExactly(
                                "modmon-server: Another modmon-server uses the state in '%s'. Stop it, or give this one another directory with --modmon.state=DIR."
                                        .formatted(state));
            }
            assertThat(state.resolve("server.json")).exists();
        }
    }

    @Test
    void listensOnNoOtherAddress() throws Exception {
        assertThat(failure("--modmon.state=" + directory.resolve("s"), "--server.address=0.0.0.0"))
                .isEqualTo(
                        "modmon-server: --server.address=0.0.0.0 is refused: modmon-server listens on 127.0.0.1 only. Reach it through SSH.");
    }

    @Test
    void refusesSettingsThatMakeNoSense() throws Exception {
        assertThat(failure()).startsWith("modmon-server: No state directory is given.");
        assertThat(failure("--modmon.state=" + directory.resolve("s"), "--modmon.api.port=x"))
                .isEqualTo(
                        "modmon-server: --modmon.api.port must be a port from 0 to 65535, not 'x'.");
    }

    @Test
    void refusesAStateThatOthersMayRead() throws Exception {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(failure("--modmon.state=" + open)).contains("Run: chmod 700 " + open);
    }

    @Test
    void readsNothingOfTheFolderThatItIsStartedIn() throws Exception {
        Files.writeString(directory.resolve("application.properties"), "modmon.api.port=x\n");
        Files.createDirectory(directory.resolve("config"));
        Files.writeString(directory.resolve("config/application.yml"), "modmon.ssh.port: x\n");
        Path state = directory.resolve("state");

        try (ServerProcess server = start(state)) {
            server.awaitReady(state);
        }
    }

    private ServerProcess start(Path state) throws Exception {
        return ServerProcess.start(
                ModmonServer.class,
                directory,
                "--modmon.state=" + state,
                "--modmon.api.port=0",
                "--modmon.ssh.port=free",
                "--modmon.docker.host=unix:///nowhere/docker.sock");
    }

    private String failure(String... arguments) throws Exception {
        try (ServerProcess server = ServerProcess.start(ModmonServer.class, directory, arguments)) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            return server.output().strip();
        }
    }
}
