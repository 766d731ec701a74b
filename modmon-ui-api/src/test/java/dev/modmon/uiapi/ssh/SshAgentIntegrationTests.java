package dev.modmon.uiapi.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.uiapi.Command;
import dev.modmon.uiapi.RunningAgent;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshAgentIntegrationTests {
    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "ed25519,256,ssh-ed25519,Ed25519", "rsa,2048,rsa-sha2-256,SHA256withRSA",
        "rsa,2048,rsa-sha2-512,SHA512withRSA", "ecdsa,256,ecdsa-sha2-nistp256,SHA256withECDSA"
    })
    void signsWithTheKeysOfTheAgent(String type, String bits, String algorithm, String jdk)
            throws Exception {
        Path file = directory.resolve("id");
        Command.sshKeygen(file, type, bits, "-C", "sarah");
        try (RunningAgent running = RunningAgent.start(directory)) {
            running.add(file);
            try (SshAgent agent = SshAgent.connect(running.socket())) {
                List<Identity> identities = agent.identities();

                assertThat(identities).hasSize(1);
                Identity identity = identities.getFirst();
                assertThat(identity.publicKey()).isEqualTo(SshKeyPair.read(file).publicKey());
                assertThat(identity.origin()).isEqualTo("ssh-agent, 'sarah'");
                byte[] data = {1, 2, 3};
                assertVerifies(
                        identity.publicKey().toJdk(), jdk, data, identity.sign(algorithm, data));
            }
        }
    }

    @Test
    void saysThatAnAgentWithoutTheKeyRefuses() throws Exception {
        Path file = directory.resolve("id");
        Command.sshKeygen(file, "ed25519", "256");
        try (RunningAgent running = RunningAgent.start(directory);
                SshAgent agent = SshAgent.connect(running.socket())) {
            assertThat(agent.identities()).isEmpty();
            SshPublicKey key = SshKeyPair.read(file).publicKey();
            assertThatThrownBy(() -> agent.sign(key, "ssh-ed25519", new byte[1]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("refused");
        }
    }

    @Test
    void looksInTheUsualPlacesInOrderAndTakesEachKeyOnce() throws Exception {
        Path modmonHome = directory.resolve("modmon");
        Path keys = modmonHome.resolve("keys");
        Path ssh = directory.resolve("home/.ssh");
        keys.toFile().mkdirs();
        ssh.toFile().mkdirs();
        Path named = directory.resolve("named");
        Command.sshKeygen(named, "ed25519", "256");
        Command.sshKeygen(keys.resolve("b"), "ed25519", "256");
        Command.sshKeygen(keys.resolve("a"), "ed25519", "256");
        Command.sshKeygen(directory.resolve("agent-key"), "ed25519", "256", "-C", "sarah");
        Command.run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "a passphrase",
                "-f",
                ssh.resolve("id_ed25519").toString());
        Command.sshKeygen(ssh.resolve("id_rsa"), "rsa", "2048");
        try (RunningAgent running = RunningAgent.start(directory)) {
            running.add(directory.resolve("agent-key"));
            running.add(keys.resolve("a"));
            var environment =
                    java.util.Map.of(
                            "MODMON_IDENTITY", named.toString(),
                            "SSH_AUTH_SOCK", running.socket().toString());
            try (IdentityQueue queue =
                    Identities.usual(environment, modmonHome, directory.resolve("home")).open()) {
                while (queue.next() != null) {}

                assertThat(queue.tried())
                        .containsExactly(
                                shown(named),
                                shown(keys.resolve("a")),
                                shown(keys.resolve("b")),
                                SshKeyPair.read(directory.resolve("agent-key")).publicKey()
                                        + " (ssh-agent, 'sarah')",
                                shown(ssh.resolve("id_rsa")));
                assertThat(queue.skipped()).hasSize(1);
                assertThat(queue.skipped().getFirst())
                        .contains(ssh.resolve("id_ed25519").toString(), "encrypted");
            }
        }
    }

    @Test
    void goesOnWithoutAnAgentThatIsGone() {
        var sources = List.<IdentitySource>of(new IdentitySource.Agent(directory.resolve("gone")));
        try (IdentityQueue queue = new Identities(sources).open()) {
            assertThat(queue.next()).isNull();
            assertThat(queue.skipped()).hasSize(1);
            assertThat(queue.skipped().getFirst()).contains("ssh-agent").contains("gone");
        }
    }

    @Test
    void stopsAtANamedFileThatCannotBeUsed() {
        Path missing = directory.resolve("missing");
        try (IdentityQueue queue = Identities.ofFiles(missing).open()) {
            assertThatThrownBy(queue::next)
                    .isInstanceOf(InvalidSshKeyException.class)
                    .hasMessageContaining(missing.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000",
                "7fffffff0c",
                "ffffffff0c",
                "0000000105",
                "000000010e",
                "000000010c",
                "000000050c00000001",
                "000000090c00000001ffffffff",
                "0000"
            })
    void refusesAnswersThatAreNone(String hex) throws Exception {
        Path socket = directory.resolve("fake");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread answering =
                    Thread.ofVirtual()
                            .start(() -> {
                                try (var channel = server.accept()) {
                                    channel.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
                                    channel.shutdownOutput();
                                    channel.read(ByteBuffer.allocate(5));
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            try (SshAgent agent = SshAgent.connect(socket)) {
                assertThatThrownBy(agent::identities)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("ssh-agent");
            }
            answering.join();
        }
    }

    private static String shown(Path file) throws IOException {
        return "%s (%s)".formatted(SshKeyPair.read(file).publicKey(), file);
    }

    private static void assertVerifies(PublicKey key, String jdk, byte[] data, byte[] signed)
            throws Exception {
        WireReader reader = new WireReader(signed);
        reader.text();
        byte[] raw = reader.string();
        if (jdk.endsWith("ECDSA")) {
            raw = der(new WireReader(raw));
        }
        Signature signature = Signature.getInstance(jdk);
        signature.initVerify(key);
        signature.update(data);
        assertThat(signature.verify(raw)).isTrue();
    }

    /// The JDK wants the two numbers of an ECDSA signature as ASN.1.
    private static byte[] der(WireReader numbers) {
        byte[] r = numbers.mpint().toByteArray();
        byte[] s = numbers.mpint().toByteArray();
        return new WireWriter()
                .uint8(0x30)
                .uint8(4 + r.length + s.length)
                .uint8(2)
                .uint8(r.length)
                .fixed(r)
                .uint8(2)
                .uint8(s.length)
                .fixed(s)
                .toByteArray();
    }
}
