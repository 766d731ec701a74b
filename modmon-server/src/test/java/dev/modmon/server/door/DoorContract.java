package dev.modmon.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.api.DoorAnswer;
import dev.modmon.server.RunningServer;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What any door does, seen through OpenSSH's own client.
abstract class DoorContract {
    private static final int TIME_LIMIT_SECONDS = 30;

    @TempDir Path scratch;

    abstract RunningServer server();

    abstract int sshPort();

    /// As `TYPE BASE64`.
    abstract String hostKey();

    @Test
    void tellsAKnownKeyItsTokenAndEnds() throws Exception {
        Ssh answer = ssh(server().adminKeyFile(), List.of());

        assertThat(answer.exit()).as(answer.error()).isZero();
        DoorAnswer door = JsonMapper.shared().readValue(answer.out(), DoorAnswer.class);
        assertThat(door.user()).isEqualTo(RunningServer.ADMIN);
        assertThat(door.port()).isEqualTo(server().apiPort());
        assertThat(server().get(door.token(), "/v1/version").statusCode()).isEqualTo(200);
        assertThat(answer.out()).endsWith("}\n").hasLineCount(1);
    }

    @Test
    void answersTheSameWhateverIsAskedToRun() throws Exception {
        Ssh answer = ssh(server().adminKeyFile(), List.of(), "cat", "/etc/passwd");

        assertThat(answer.exit()).as(answer.error()).isZero();
        assertThat(JsonMapper.shared().readValue(answer.out(), DoorAnswer.class).user())
                .isEqualTo(RunningServer.ADMIN);
    }

    @Test
    void forwardsToTheApi() throws Exception {
        String token = server().adminToken();

        Ssh answer =
                sshWithInput(
                        server().adminKeyFile(),
                        "GET /v1/version HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                + token
                                + "\r\nConnection: close\r\n\r\n",
                        List.of("-W", "127.0.0.1:" + server().apiPort()));

        assertThat(answer.out()).as(answer.error()).startsWith("HTTP/1.1 200");
    }

    @Test
    void forwardsNowhereElse() throws Exception {
        Ssh answer =
                sshWithInput(server().adminKeyFile(), "", List.of("-W", "127.0.0.1:" + sshPort()));

        assertThat(answer.exit()).isNotZero();
        assertThat(answer.error()).contains("prohibited");
    }

    @Test
    void letsNoUnknownKeyIn() throws Exception {
        Path stranger = scratch.resolve("stranger");
        SshKeyPair.generate().write(stranger, "stranger");

        Ssh answer = ssh(stranger, List.of());

        assertThat(answer.exit()).isEqualTo(255);
        assertThat(answer.error()).contains("Permission denied (publickey)");
    }

    @Test
    void opensNoPortForOthers() throws Exception {
        Ssh answer =
                ssh(
                        server().adminKeyFile(),
                        List.of("-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:1"));

        assertThat(answer.exit()).isNotZero();
        assertThat(answer.error()).contains("remote port forwarding failed");
    }

    @Test
    void givesNoTerminalAndNoFileTransfer() throws Exception {
        Ssh terminal = ssh(server().adminKeyFile(), List.of("-tt"));
        Ssh transfer = ssh(server().adminKeyFile(), List.of("-s"), "sftp");

        assertThat(terminal.error()).contains("PTY allocation request failed");
        assertThat(transfer.out()).doesNotContain("\0");
    }

    private Ssh ssh(Path key, List<String> options, String... command) throws Exception {
        return run(key, "", options, command);
    }

    private Ssh sshWithInput(Path key, String input, List<String> options) throws Exception {
        return run(key, input, options);
    }

    private Ssh run(Path key, String input, List<String> options, String... command)
            throws Exception {
        Path knownHosts = scratch.resolve("known_hosts");
        Files.writeString(knownHosts, "[127.0.0.1]:%d %s\n".formatted(sshPort(), hostKey()));
        List<String> line = new ArrayList<>();
        Collections.addAll(line, "ssh", "-F", "none", "-i", key.toString());
        for (String option :
                List.of(
                        "IdentitiesOnly=yes",
                        "IdentityAgent=none",
                        "BatchMode=yes",
                        "StrictHostKeyChecking=yes",
                        "UserKnownHostsFile=" + knownHosts,
                        "GlobalKnownHostsFile=none")) {
            Collections.addAll(line, "-o", option);
        }
        Collections.addAll(line, "-p", String.valueOf(sshPort()));
        line.addAll(options);
        line.add(System.getProperty("user.name") + "@127.0.0.1");
        Collections.addAll(line, command);
        return Ssh.run(line, input, scratch);
    }

    private record Ssh(int exit, String out, String error) {
        static Ssh run(List<String> line, String input, Path scratch)
                throws IOException, InterruptedException {
            Path out = Files.createTempFile(scratch, "out", "");
            Path error = Files.createTempFile(scratch, "err", "");
            Process process =
                    new ProcessBuilder(line)
                            .redirectOutput(out.toFile())
                            .redirectError(error.toFile())
                            .start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            if (input.isEmpty()) {
                process.getOutputStream().close();
            }
            if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("Still running: " + line);
            }
            return new Ssh(process.exitValue(), Files.readString(out), Files.readString(error));
        }
    }
}
