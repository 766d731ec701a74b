package dev.modmon.uiapi.tunnel;

import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.ssh.IdentityQueue;
import dev.modmon.uiapi.ssh.InvalidSshKeyException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.jspecify.annotations.Nullable;

/// From a node's address to a session that it took a key for; each way in which that fails is an exception of its own.
final class Handshake {
    /// How servers end a login: OpenSSH's "Too many authentication failures" is a protocol error to it.
    private static final Set<Integer> REFUSALS =
            Set.of(
                    SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR,
                    SshConstants.SSH2_DISCONNECT_BY_APPLICATION,
                    SshConstants.SSH2_DISCONNECT_AUTH_CANCELLED_BY_USER,
                    SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE,
                    SshConstants.SSH2_DISCONNECT_ILLEGAL_USER_NAME);

    private final NodeAddress node;
    private final Timeouts timeouts;
    private final PinnedHostKeys hostKeys;
    private final KeyLogin login;
    private final IdentityQueue identities;

    Handshake(
            NodeAddress node,
            Timeouts timeouts,
            PinnedHostKeys hostKeys,
            KeyLogin login,
            IdentityQueue identities) {
        this.node = node;
        this.timeouts = timeouts;
        this.hostKeys = hostKeys;
        this.login = login;
        this.identities = identities;
    }

    ClientSession perform(SshClient client) {
        ClientSession session = connect(client);
        try {
            var authentication = session.auth();
            login.prepare();
            authentication.verify(timeouts.login());
            return session;
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private ClientSession connect(SshClient client) {
        IOException last = null;
        for (InetAddress address : addresses()) {
            try {
                return client.connect(entry(address)).verify(timeouts.connect()).getClientSession();
            } catch (IOException e) {
                last = e;
            }
        }
        throw new NodeUnreachableException(
                "%s cannot be reached: %s. Check 'host' and 'port' in the cluster's file, the network, and the firewall in between."
                        .formatted(node, last == null ? "it has no address" : connectFailure(last)),
                last);
    }

    private InetAddress[] addresses() {
        try {
            return InetAddress.getAllByName(node.host());
        } catch (UnknownHostException e) {
            throw new NodeUnreachableException(
                    "The name '%s' cannot be resolved. Check 'host' in the cluster's file, and the network."
                            .formatted(node.host()),
                    e);
        }
    }

    private HostConfigEntry entry(InetAddress address) {
        HostConfigEntry entry = new HostConfigEntry();
        entry.setHostName(address.getHostAddress());
        entry.setPort(node.port());
        entry.setUsername(node.user());
        return entry;
    }

    private String connectFailure(IOException e) {
        if (causedBy(e, ConnectException.class) instanceof ConnectException refused) {
            return String.valueOf(refused.getMessage());
        }
        if (timedOut(e)) {
            return "no answer within " + seconds(timeouts.connect());
        }
        return String.valueOf(e.getMessage());
    }

    private RuntimeException refusal(IOException e) {
        hostKeys.throwIfRefused();
        if (causedBy(e, InvalidSshKeyException.class) instanceof InvalidSshKeyException invalid) {
            return invalid;
        }
        if (login.wasRefused()
                && causedBy(e, SshException.class) instanceof SshException ssh
                && REFUSALS.contains(ssh.getDisconnectCode())) {
            return new LoginRefusedException(node, identities.tried(), identities.skipped(), e);
        }
        return new NodeUnreachableException(
                "%s did not let us log in: %s. Is it an SSH server, and the right one?"
                        .formatted(
                                node,
                                timedOut(e)
                                        ? "it took longer than " + seconds(timeouts.login())
                                        : String.valueOf(e.getMessage())),
                e);
    }

    private static boolean timedOut(Throwable e) {
        return causedBy(e, TimeoutException.class) != null
                || causedBy(e, SocketTimeoutException.class) != null;
    }

    private static @Nullable Throwable causedBy(Throwable e, Class<? extends Throwable> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
