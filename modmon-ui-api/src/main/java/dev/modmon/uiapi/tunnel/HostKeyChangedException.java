package dev.modmon.uiapi.tunnel;

import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.ssh.SshPublicKey;
import java.util.List;
import java.util.stream.Collectors;

/// A node showed a host key other than the pinned ones: it was set up anew, or somebody stands in between.
public final class HostKeyChangedException extends HostKeyException {
    private final transient List<SshPublicKey> expected;
    private final transient SshPublicKey found;

    HostKeyChangedException(NodeAddress node, List<SshPublicKey> expected, SshPublicKey found) {
        super(
                """
                The host key of %s is not the one that was pinned; somebody may be listening in. Nothing was sent.
                  expected %s
                  found    %s
                If the node was set up anew, compare the second line with 'ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub' \
                run on the node itself; when they agree, put the new key under 'host-keys' in the cluster's file. \
                Otherwise do not go on.\
                """
                        .formatted(
                                node,
                                expected.stream()
                                        .map(SshPublicKey::toString)
                                        .collect(Collectors.joining(", or ")),
                                found));
        this.expected = List.copyOf(expected);
        this.found = found;
    }

    public List<SshPublicKey> expected() {
        return expected;
    }

    public SshPublicKey found() {
        return found;
    }
}
