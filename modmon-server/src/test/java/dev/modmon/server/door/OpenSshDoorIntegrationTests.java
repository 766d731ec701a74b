package dev.modmon.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.server.RunningServer;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The door that a real sshd is, run as whoever runs the tests.
class OpenSshDoorIntegrationTests extends DoorContract {
    @TempDir static Path directory;
    private static RunningServer server;
    private static Process sshd;
    private static int port;
    private static SshKeyPair hostKey;

    @BeforeAll
    static void start() throws Exception {
        server =
                RunningServer.start(
                        directory,
                        List.of(
                                "--modmon.ssh.port=0",
                                "--modmon.door.authorized-keys="
                                        + directory.resolve("authorized_keys")));
        hostKey = SshKeyPair.generate();
        hostKey.write(directory.resolve("host_key"), "test");
        port = freePort();
        startSshd();
    }

    private static void startSshd() throws Exception {
        Path config = directory.resolve("sshd_config");
        Files.writeString(
                config,
                """
                ListenAddress 127.0.0.1:%d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                UsePAM no
                StrictModes no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin yes
                Subsystem sftp internal-sftp
                SetEnv HOME=%s
                """
                        .formatted(
                                port,
                                directory.resolve("host_key"),
                                directory.resolve("authorized_keys"),
                                // The shell of whoever runs the tests would read what is in theirs.
                                Files.createDirectory(directory.resolve("home"))));
        Files.createDirectories(Path.of("/run/sshd"));
        sshd =
                new ProcessBuilder(program(), "-D", "-e", "-f", config.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("sshd.log").toFile())
                        .start();
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!answers()) {
            if (!sshd.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(Files.readString(directory.resolve("sshd.log")));
            }
            Thread.onSpinWait();
        }
    }

    private static String program() {
        return Optional.ofNullable(System.getenv("MODMON_TEST_SSHD")).orElse("/usr/sbin/sshd");
    }

    private static boolean answers() {
        try (Socket _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        sshd.destroy();
        sshd.waitFor();
        server.close();
    }

    @Test
    void keepsItsFilesToItself() throws IOException {
        assertThat(Files.getPosixFilePermissions(directory.resolve("authorized_keys")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(server.state().resolve("door"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file))
                                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Override
    RunningServer server() {
        return server;
    }

    @Override
    int sshPort() {
        return port;
    }

    @Override
    String hostKey() {
        return hostKey.publicKey().line();
    }
}
