package dev.modmon.uiapi.tunnel;

import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.ssh.IdentityQueue;
import dev.modmon.uiapi.ssh.InvalidSshKeyException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.jspecify.annotations.Nullable;

/// From a connection to a session that it took a key for; each way in which that fails is an exception of its own.
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
        try {
            ClientSession session =
                    client.connect(entry()).verify(timeouts.login()).getClientSession();
            AuthFuture authentication = session.auth();
            login.prepare();
            authentication.verify(timeouts.login());
            return session;
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private HostConfigEntry entry() {
        HostConfigEntry entry = new HostConfigEntry();
        entry.setHostName(node.host());
        entry.setPort(node.port());
        entry.setUsername(node.user());
        return entry;
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
