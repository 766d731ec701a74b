package dev.modmon.uiapi.tunnel;

import dev.modmon.core.cluster.NodeAddress;

/// The cluster's file names no host key for a node, or one that cannot be read, so nothing can be verified.
public final class HostKeyNotPinnedException extends HostKeyException {
    HostKeyNotPinnedException(NodeAddress node, String why) {
        super(
                """
                %s for %s, so it cannot be told from an impostor. \
                Put its public key, 'ssh-ed25519 AAAA…', under 'host-keys' in the cluster's file; \
                'cat /etc/ssh/ssh_host_ed25519_key.pub' on the node shows it.\
                """
                        .formatted(why, node));
    }
}
