package dev.modmon.uiapi.tunnel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.OpenSshNode;
import dev.modmon.uiapi.ssh.Identities;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreachableNodeIntegrationTests {
    @TempDir Path directory;

    private Identities identities;

    @BeforeEach
    void writeKey() throws IOException {
        Path file = directory.resolve("key");
        SshKeyPair.generate().write(file, "");
        identities = Identities.ofFiles(file);
    }

    @Test
    void saysThatANameCannotBeResolved() {
        assertThatThrownBy(() -> open("no-such-node.invalid", 22, TunnelContract.TIMEOUTS))
                .isInstanceOf(NodeUnreachableException.class)
                .hasMessageContaining("no-such-node.invalid")
                .hasMessageContaining("resolved");
    }

    @Test
    void saysThatNothingListens() throws IOException {
        int port = OpenSshNode.freePort();

        assertThatThrownBy(() -> open("127.0.0.1", port, TunnelContract.TIMEOUTS))
                .isInstanceOf(NodeUnreachableException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("refused");
    }

    @Test
    void givesUpOnANodeThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            var timeouts =
                    new Timeouts(
                            Duration.ofSeconds(10), Duration.ofMillis(300), Duration.ofSeconds(1));
            assertThatThrownBy(() -> open("127.0.0.1", silent.getLocalPort(), timeouts))
                    .isInstanceOf(NodeUnreachableException.class)
                    .hasMessageContaining("longer than");
        }
    }

    @Test
    void saysThatAnotherKindOfServerListens() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> answerAsHttp(other));
            assertThatThrownBy(
                            () -> open("127.0.0.1", other.getLocalPort(), TunnelContract.TIMEOUTS))
                    .isInstanceOf(NodeUnreachableException.class)
                    .hasMessageContaining("SSH server");
        }
    }

    private static void answerAsHttp(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client hung up first.
        }
    }

    private Tunnel open(String host, int port, Timeouts timeouts) {
        String hostKey = SshKeyPair.generate().publicKey().line();
        return Tunnel.open(
                new NodeAddress(host, port, "modmon", List.of(hostKey)), identities, timeouts);
    }
}
