package dev.modmon.uiapi.tunnel;

import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.ssh.InvalidSshKeyException;
import dev.modmon.uiapi.ssh.SshPublicKey;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/// Takes the pinned keys of one node, and no other.
final class PinnedHostKeys implements ServerKeyVerifier {
    private final NodeAddress node;
    private final List<SshPublicKey> pinned;
    private volatile @Nullable SshPublicKey refused;

    private PinnedHostKeys(NodeAddress node, List<SshPublicKey> pinned) {
        this.node = node;
        this.pinned = pinned;
    }

    /// @throws HostKeyNotPinnedException when there is none, or one cannot be read
    static PinnedHostKeys of(NodeAddress node) {
        List<SshPublicKey> pinned = new ArrayList<>();
        for (String line : node.hostKeys()) {
            try {
                pinned.add(SshPublicKey.parse(line));
            } catch (InvalidSshKeyException e) {
                throw new HostKeyNotPinnedException(
                        node, "A pinned host key cannot be read (%s)".formatted(e.getMessage()));
            }
        }
        if (pinned.isEmpty()) {
            throw new HostKeyNotPinnedException(node, "No host key is pinned");
        }
        return new PinnedHostKeys(node, pinned);
    }

    boolean hasType(String type) {
        for (SshPublicKey key : pinned) {
            if (key.type().equals(type)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean verifyServerKey(
            ClientSession session, SocketAddress address, PublicKey serverKey) {
        SshPublicKey found = SshPublicKey.of(serverKey);
        if (pinned.contains(found)) {
            return true;
        }
        refused = found;
        return false;
    }

    /// @throws HostKeyChangedException when the node showed another key
    void throwIfRefused() {
        SshPublicKey found = refused;
        if (found != null) {
            throw new HostKeyChangedException(node, pinned, found);
        }
    }
}
