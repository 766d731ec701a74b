package dev.modmon.cli.cluster;

import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.client.ClusterClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Keeps connections between the commands of a session: a fresh login takes longer than most commands.
public final class SharedClusters implements ClusterAccess, AutoCloseable {
    private final Map<String, String> environment;
    private final Path home;
    private final Map<NodeAddress, ClusterClient> clients = new HashMap<>();

    public SharedClusters(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    @Override
    public ClusterLink open(Cluster cluster) {
        ClusterClient client =
                clients.computeIfAbsent(
                        cluster.master(), node -> SshAccess.client(node, environment, home));
        return new ClientLink(client, () -> {});
    }

    @Override
    public void close() {
        clients.values().forEach(ClusterClient::close);
    }
}
