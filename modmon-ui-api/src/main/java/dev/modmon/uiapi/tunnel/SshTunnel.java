package dev.modmon.uiapi.tunnel;

import dev.modmon.core.api.DoorAnswer;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.http.HttpConnection;
import dev.modmon.uiapi.ssh.Identities;
import dev.modmon.uiapi.ssh.IdentityQueue;
import dev.modmon.uiapi.ssh.SshSecurity;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.session.ConnectionService;
import org.jspecify.annotations.Nullable;

/// A tunnel that MINA SSHD makes.
final class SshTunnel implements Tunnel {
    /// Where the API of a node usually is; a connection there is opened before the door says so.
    private static final int USUAL_PORT = 7180;

    private final NodeAddress node;
    private final Timeouts timeouts;
    private final SshClient client;
    private final ClientSession session;
    private final AtomicReference<@Nullable DoorChannel> openingDoor = new AtomicReference<>();
    private final AtomicReference<@Nullable DirectChannel> openingConnection =
            new AtomicReference<>();

    private SshTunnel(
            NodeAddress node, Timeouts timeouts, SshClient client, ClientSession session) {
        this.node = node;
        this.timeouts = timeouts;
        this.client = client;
        this.session = session;
    }

    static SshTunnel open(NodeAddress node, Identities identities, Timeouts timeouts) {
        PinnedHostKeys hostKeys = PinnedHostKeys.of(node);
        SshSecurity.choose();
        CryptoRehearsal.begin();
        Socket socket = Dialling.connect(node, timeouts.connect());
        try (IdentityQueue queue = identities.open()) {
            return logIn(node, timeouts, socket, hostKeys, queue);
        } catch (RuntimeException e) {
            hangUp(socket, e);
            throw e;
        }
    }

    private static SshTunnel logIn(
            NodeAddress node,
            Timeouts timeouts,
            Socket socket,
            PinnedHostKeys hostKeys,
            IdentityQueue queue) {
        KeyLogin login = new KeyLogin(queue);
        SshClient client = SessionSetup.start(socket, hostKeys, login);
        try {
            ClientSession session =
                    new Handshake(node, timeouts, hostKeys, login, queue).perform(client);
            SshTunnel tunnel = new SshTunnel(node, timeouts, client, session);
            tunnel.openAhead();
            return tunnel;
        } catch (RuntimeException e) {
            client.close(true);
            throw e;
        }
    }

    private static void hangUp(Socket socket, RuntimeException reason) {
        try {
            socket.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public NodeAddress node() {
        return node;
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    @Override
    public DoorAnswer door() {
        DoorChannel channel = openingDoor.getAndSet(null);
        try {
            if (channel == null) {
                channel = open(new DoorChannel());
            }
            channel.awaitOpen(timeouts.answer());
            channel.readTimeout(timeouts.answer());
            return DoorLine.read(channel.input());
        } catch (IOException e) {
            throw new NodeUnreachableException(
                    "%s let the key in, but its door gave no access to a cluster: %s. Is modmon-server running there, and is '%s' the user that it writes 'authorized_keys' for?"
                            .formatted(node, reason(e), node.user()),
                    e);
        } finally {
            if (channel != null) {
                channel.hangUp();
            }
        }
    }

    @Override
    public HttpConnection connect(int port) {
        DirectChannel ahead = openingConnection.getAndSet(null);
        try {
            if (ahead != null && !ahead.suits(port)) {
                ahead.hangUp();
                ahead = null;
            }
            DirectChannel channel = ahead != null ? ahead : open(new DirectChannel(port));
            channel.awaitOpen(timeouts.answer());
            channel.readTimeout(timeouts.answer());
            return new HttpConnection("127.0.0.1:" + port, channel);
        } catch (IOException e) {
            throw new NodeUnreachableException(
                    "%s let the key in, but modmon-server does not answer on port %d of its loopback address: %s. 'systemctl status modmon' on the node says more."
                            .formatted(node, port, reason(e)),
                    e);
        }
    }

    @Override
    public void close() {
        session.close(true);
        client.close(true);
    }

    @Override
    public String toString() {
        return "SshTunnel[%s]".formatted(node);
    }

    /// Door and connection at once: each costs a round trip that need not wait for the other.
    private void openAhead() {
        try {
            openingDoor.set(open(new DoorChannel()));
            openingConnection.set(open(new DirectChannel(USUAL_PORT)));
        } catch (IOException e) {
            throw new NodeUnreachableException(
                    "%s broke off right after the login: %s.".formatted(node, reason(e)), e);
        }
    }

    private <C extends StreamChannel> C open(C channel) throws IOException {
        try {
            session.getService(ConnectionService.class).registerChannel(channel);
            channel.open();
            return channel;
        } catch (IllegalStateException e) {
            // MINA's way to say that the session ended.
            throw new IOException("the session ended", e);
        }
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
