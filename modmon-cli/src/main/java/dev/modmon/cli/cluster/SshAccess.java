package dev.modmon.cli.cluster;

import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.client.ClusterClient;
import dev.modmon.uiapi.ssh.Identities;
import dev.modmon.uiapi.tunnel.Timeouts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reaches clusters through SSH, with the user's keys; each time anew.
public final class SshAccess implements ClusterAccess {
    private final Map<String, String> environment;
    private final Path home;
    private final AtomicReference<@Nullable HeadStart> headStart = new AtomicReference<>();

    /// @param home the client's settings directory
    public SshAccess(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    @Override
    public void expect(Supplier<Optional<Cluster>> likely) {
        ClusterClient.getReady();
        headStart.set(
                HeadStart.towards(
                        likely,
                        node ->
                                ClusterClient.connecting(
                                        node, identities(environment, home), Timeouts.DEFAULT)));
    }

    @Override
    public ClusterLink open(Cluster cluster) {
        ClusterClient client =
                Optional.ofNullable(headStart.getAndSet(null))
                        .flatMap(begun -> begun.client(cluster.master()))
                        .orElseGet(() -> client(cluster.master(), environment, home));
        return new ClientLink(client, client::close);
    }

    static ClusterClient client(NodeAddress node, Map<String, String> environment, Path home) {
        return ClusterClient.of(node, identities(environment, home), Timeouts.DEFAULT);
    }

    private static Identities identities(Map<String, String> environment, Path home) {
        return Identities.usual(environment, home, Path.of(System.getProperty("user.home")));
    }
}
