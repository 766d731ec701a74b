package dev.modmon.server.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.core.key.PublicKey;
import dev.modmon.server.access.KnownKey;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files that make a real sshd a door.
class OpenSshDoorFilesIntegrationTests {
    @TempDir Path directory;
    private final List<KnownKey> known = new ArrayList<>();
    private Path answerFiles;

    @BeforeEach
    void prepare() throws Exception {
        answerFiles = Files.createDirectory(directory.resolve("door"));
        known.add(key("alex"));
    }

    @Test
    void writesALineForEachKey() throws Exception {
        door().refresh();

        String file = "alex-" + known.getFirst().fingerprint().hex() + ".json";
        assertThat(directory.resolve("authorized_keys"))
                .hasContent(
                        "restrict,port-forwarding,permitopen=\"127.0.0.1:7180\",permitlisten=\"127.0.0.1:1\",command=\"cat %s\" %s alex\n"
                                .formatted(
                                        answerFiles.resolve(file), known.getFirst().key().line()));
        assertThat(Files.getPosixFilePermissions(answerFiles.resolve(file)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(answerFiles.resolve(file))
                .content()
                .matches("\\{\"token\":\"[\\w-]{43}\",\"port\":7180,\"user\":\"alex\"}\n");
    }

    @Test
    void takesBackWhatBelongsToAKeyThatIsGone() throws Exception {
        OpenSshDoor door = door();
        known.add(key("mike"));
        door.refresh();

        known.removeFirst();
        door.refresh();

        assertThat(Files.readAllLines(directory.resolve("authorized_keys")))
                .singleElement()
                .asString()
                .endsWith(" mike");
        try (var files = Files.list(answerFiles)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(f -> assertThat(f.getFileName().toString()).startsWith("mike-"));
        }
    }

    @Test
    void leavesNoTokenBehindWhenItIsShut() throws Exception {
        OpenSshDoor door = door();
        door.refresh();

        door.close();

        assertThat(answerFiles).isEmptyDirectory();
    }

    @Test
    void refusesAPathThatAShellWouldTakeApart() {
        Path odd = directory.resolve("a b");

        assertThatThrownBy(() ->
                        new OpenSshDoor(directory.resolve("keys"), odd, () -> known, answers()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hands it to a shell");
    }

    @Test
    void refusesAUserWhoseNameAShellWouldTakeApart() {
        known.add(key("a;reboot"));

        assertThatThrownBy(() -> door().refresh()).isInstanceOf(IllegalArgumentException.class);
    }

    private OpenSshDoor door() {
        return new OpenSshDoor(
                directory.resolve("authorized_keys"),
                answerFiles,
                () -> List.copyOf(known),
                answers());
    }

    private DoorAnswers answers() {
        return new DoorAnswers(new Tokens(() -> List.copyOf(known), Clock.systemUTC()), () -> 7180);
    }

    private static KnownKey key(String user) {
        return new KnownKey(user, PublicKey.parse(SshKeyPair.generate().publicKey().line()));
    }
}
