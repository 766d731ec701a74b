package dev.modmon.uiapi.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.modmon.core.api.DoorAnswer;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.Command;
import dev.modmon.uiapi.NodeSetup;
import dev.modmon.uiapi.RunningAgent;
import dev.modmon.uiapi.TestApi;
import dev.modmon.uiapi.TestNode;
import dev.modmon.uiapi.http.HttpConnection;
import dev.modmon.uiapi.http.HttpRequest;
import dev.modmon.uiapi.http.HttpResponse;
import dev.modmon.uiapi.http.RequestBody;
import dev.modmon.uiapi.ssh.Identities;
import dev.modmon.uiapi.ssh.IdentitySource;
import dev.modmon.uiapi.ssh.InvalidSshKeyException;
import dev.modmon.uiapi.ssh.SshKeyPair;
import dev.modmon.uiapi.ssh.SshPublicKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for a tunnel to any kind of node.
abstract class TunnelContract {
    static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(30));

    @TempDir Path directory;

    private final SshKeyPair key = SshKeyPair.generate();
    private Path keyFile;
    private TestApi api;

    abstract TestNode start(NodeSetup setup);

    @BeforeEach
    void writeKeyAndStartApi() throws Exception {
        keyFile = directory.resolve("key");
        key.write(keyFile, "");
        api = TestApi.start().answering("/v1/version", 200, "{\"version\":\"1\"}");
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void reachesTheApiBehindTheDoor() throws Exception {
        try (TestNode node = start(setup());
                Tunnel tunnel = open(node.address())) {
            DoorAnswer door = tunnel.door();
            assertThat(door).isEqualTo(new DoorAnswer(NodeSetup.TOKEN, api.port(), "sarah"));
            try (HttpConnection connection = tunnel.connect(door.port())) {
                assertThat(text(connection.send(HttpRequest.get("/v1/version"))))
                        .isEqualTo("{\"version\":\"1\"}");
                assertThat(text(connection.send(HttpRequest.get("/v1/version"))))
                        .isEqualTo("{\"version\":\"1\"}");
            }
            assertThat(tunnel.door()).isEqualTo(door);
            assertThat(tunnel.isOpen()).isTrue();
        }
    }

    @Test
    void carriesLargeBodiesBothWays() throws Exception {
        byte[] sent = new byte[5_000_000];
        new Random(1).nextBytes(sent);
        api.on(
                "/v1/images",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(body);
                });
        try (TestNode node = start(setup());
                Tunnel tunnel = open(node.address());
                HttpConnection connection = tunnel.connect(api.port())) {
            var body = RequestBody.binary(new ByteArrayInputStream(sent));
            HttpResponse response = connection.send(HttpRequest.post("/v1/images", body));

            assertThat(response.bytes(10_000_000)).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @CsvSource({"ed25519,256", "ecdsa,256", "ecdsa,384", "ecdsa,521", "rsa,2048"})
    void logsInWithKeysFromFiles(String type, String bits) throws Exception {
        Path file = directory.resolve("other");
        Command.sshKeygen(file, type, bits);
        try (TestNode node = start(NodeSetup.of(api.port(), SshKeyPair.read(file).publicKey()));
                Tunnel tunnel = Tunnel.open(node.address(), Identities.ofFiles(file), TIMEOUTS)) {
            assertThat(tunnel.door().user()).isEqualTo("sarah");
        }
    }

    @ParameterizedTest
    @CsvSource({"ed25519,256", "ecdsa,256", "rsa,2048"})
    void logsInWithKeysOfAnAgent(String type, String bits) throws Exception {
        Path file = directory.resolve("other");
        Command.sshKeygen(file, type, bits);
        Path stranger = directory.resolve("stranger");
        Command.sshKeygen(stranger, "ed25519", "256");
        try (RunningAgent agent = RunningAgent.start(directory)) {
            agent.add(stranger);
            agent.add(file);
            var identities = new Identities(List.of(new IdentitySource.Agent(agent.socket())));
            try (TestNode node =
                            start(NodeSetup.of(api.port(), SshKeyPair.read(file).publicKey()));
                    Tunnel tunnel = Tunnel.open(node.address(), identities, TIMEOUTS)) {
                assertThat(tunnel.door().user()).isEqualTo("sarah");
            }
        }
    }

    @Test
    void goesOnToTheNextKeyWhenOneIsRefused() throws Exception {
        Path strange = directory.resolve("strange");
        SshKeyPair.generate().write(strange, "");
        Path last = directory.resolve("last");
        SshKeyPair.generate().write(last, "");
        var identities = Identities.ofFiles(strange, keyFile, last);
        try (TestNode node = start(setup());
                Tunnel tunnel = Tunnel.open(node.address(), identities, TIMEOUTS)) {
            assertThat(tunnel.door().user()).isEqualTo("sarah");
        }
    }

    @Test
    void stopsAtAChangedHostKeyAndShowsBothFingerprints() {
        try (TestNode node = start(setup())) {
            SshPublicKey pinned = SshKeyPair.generate().publicKey();
            SshPublicKey shown = SshPublicKey.parse(node.address().hostKeys().getFirst());
            NodeAddress address = withHostKeys(node.address(), pinned.line());

            var refusal = catchThrowableOfType(HostKeyChangedException.class, () -> open(address));
            assertThat(refusal)
                    .hasMessageContaining("expected ssh-ed25519 " + pinned.fingerprint())
                    .hasMessageContaining("found    ssh-ed25519 " + shown.fingerprint())
                    .hasMessageContaining("host-keys");
            assertThat(refusal.expected()).containsExactly(pinned);
            assertThat(refusal.found()).isEqualTo(shown);
        }
    }

    @Test
    void takesAnyOfSeveralPinnedHostKeys() {
        try (TestNode node = start(setup())) {
            String other = SshKeyPair.generate().publicKey().line();
            NodeAddress address =
                    withHostKeys(node.address(), other, node.address().hostKeys().getFirst());
            try (Tunnel tunnel = open(address)) {
                assertThat(tunnel.isOpen()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ecdsa,256", "rsa,2048"})
    void verifiesHostKeysOfOtherKinds(String type, String bits) throws Exception {
        Path file = directory.resolve("host");
        Command.sshKeygen(file, type, bits);
        try (TestNode node = start(setup().withHostKey(SshKeyPair.read(file)));
                Tunnel tunnel = open(node.address())) {
            assertThat(tunnel.isOpen()).isTrue();
        }
    }

    @Test
    void connectsToNoNodeWithoutAPinnedHostKey() {
        try (TestNode node = start(setup())) {
            assertThatThrownBy(() -> open(withHostKeys(node.address())))
                    .isInstanceOf(HostKeyNotPinnedException.class)
                    .hasMessageContaining("host-keys");
            assertThatThrownBy(() -> open(withHostKeys(node.address(), "ssh-ed25519 AAAA")))
                    .isInstanceOf(HostKeyNotPinnedException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void namesTheKeysThatANodeRefused() throws Exception {
        Path encrypted = directory.resolve("encrypted");
        Command.run(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-N",
                "a passphrase",
                "-f",
                encrypted.toString());
        var identities =
                new Identities(
                        List.of(
                                new IdentitySource.UsualFile(encrypted),
                                new IdentitySource.NamedFile(keyFile)));
        SshPublicKey somebody = SshKeyPair.generate().publicKey();
        try (TestNode node = start(NodeSetup.of(api.port(), somebody))) {
            var refusal =
                    catchThrowableOfType(
                            LoginRefusedException.class,
                            () -> Tunnel.open(node.address(), identities, TIMEOUTS));
            assertThat(refusal)
                    .hasMessageContaining(key.publicKey().fingerprint())
                    .hasMessageContaining(keyFile.toString())
                    .hasMessageContaining(encrypted.toString())
                    .hasMessageContaining("access.yaml");
            assertThat(refusal.tried()).hasSize(1);
        }
    }

    @Test
    void saysThatThereIsNoKey() {
        try (TestNode node = start(setup())) {
            assertThatThrownBy(
                            () -> Tunnel.open(node.address(), new Identities(List.of()), TIMEOUTS))
                    .isInstanceOf(LoginRefusedException.class)
                    .hasMessageContaining("no key")
                    .hasMessageContaining("MODMON_IDENTITY");
        }
    }

    @Test
    void stopsAtANamedKeyFileThatCannotBeUsed() {
        try (TestNode node = start(setup())) {
            var identities = Identities.ofFiles(directory.resolve("missing"));
            assertThatThrownBy(() -> Tunnel.open(node.address(), identities, TIMEOUTS))
                    .isInstanceOf(InvalidSshKeyException.class)
                    .hasMessageContaining("missing");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Welcome to this machine\n",
                "{}\n",
                "[1]\n",
                "{\"token\":\"a-token-of-some-length\",\"user\":\"sarah\"}\n",
                "{\"token\":\"a-token-of-some-length\",\"port\":70000,\"user\":\"sarah\"}\n",
                "{\"token\":\"a token with spaces\",\"port\":7180,\"user\":\"sarah\"}\n",
                "{\"token\":\"a-token-of-some-length\",\"port\":7180,\"user\":\"sar"
            })
    void refusesADoorThatSaysSomethingElse(String line) {
        try (TestNode node = start(setup().saying(line));
                Tunnel tunnel = open(node.address())) {
            assertThatThrownBy(tunnel::door)
                    .isInstanceOf(NodeUnreachableException.class)
                    .hasMessageContaining("door")
                    .hasMessageNotContaining("a-token-of-some-length")
                    .hasMessageNotContaining("Welcome");
        }
    }

    @Test
    void readsNoMoreOfADoorThanALine() {
        try (TestNode node = start(setup().saying("x".repeat(100_000)));
                Tunnel tunnel = open(node.address())) {
            assertThatThrownBy(tunnel::door).isInstanceOf(NodeUnreachableException.class);
        }
    }

    @Test
    void saysThatTheServerBehindTheDoorDoesNotAnswer() {
        int port = api.port();
        api.close();
        try (TestNode node = start(setup());
                Tunnel tunnel = open(node.address())) {
            assertThatThrownBy(() -> tunnel.connect(port))
                    .isInstanceOf(NodeUnreachableException.class)
                    .hasMessageContaining("modmon-server")
                    .hasMessageContaining(Integer.toString(port));
        }
    }

    private NodeSetup setup() {
        return NodeSetup.of(api.port(), key.publicKey());
    }

    private Tunnel open(NodeAddress address) {
        return Tunnel.open(address, Identities.ofFiles(keyFile), TIMEOUTS);
    }

    private static NodeAddress withHostKeys(NodeAddress address, String... hostKeys) {
        return new NodeAddress(address.host(), address.port(), address.user(), List.of(hostKeys));
    }

    private static String text(HttpResponse response) throws Exception {
        return new String(response.bytes(1_000_000), StandardCharsets.UTF_8);
    }
}
