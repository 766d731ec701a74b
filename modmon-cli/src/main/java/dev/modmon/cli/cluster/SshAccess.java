package dev.modmon.cli.cluster;

import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.client.ClusterClient;
import dev.modmon.uiapi.ssh.Identities;
import dev.modmon.uiapi.tunnel.Timeouts;
import java.nio.file.Path;
import java.util.Map;

/// Reaches clusters through SSH, with the user's keys; each time anew.
public final class SshAccess implements ClusterAccess {
    private final Map<String, String> environment;
    private final Path home;

    /// @param home the client's settings directory
    public SshAccess(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    @Override
    public void expect() {
        ClusterClient.getReady();
    }

    @Override
    public ClusterLink open(Cluster cluster) {
        ClusterClient client = client(cluster.master(), environment, home);
        return new ClientLink(client, client::close);
    }

    static ClusterClient client(NodeAddress node, Map<String, String> environment, Path home) {
        Path userHome = Path.of(System.getProperty("user.home"));
        Identities identities = Identities.usual(environment, home, userHome);
        return ClusterClient.of(node, identities, Timeouts.DEFAULT);
    }
}
