package dev.modmon.cli.cluster;

import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.client.ClusterClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/// Connects to the cluster that will probably be needed, on another thread.
final class HeadStart {
    private final FutureTask<Optional<Map.Entry<NodeAddress, ClusterClient>>> begun;

    private HeadStart(FutureTask<Optional<Map.Entry<NodeAddress, ClusterClient>>> begun) {
        this.begun = begun;
    }

    /// @param likely finds the cluster; what goes wrong with that is somebody else's to tell
    /// @param connecting makes a client that does not wait for its first request to connect
    static HeadStart towards(
            Supplier<Optional<Cluster>> likely, Function<NodeAddress, ClusterClient> connecting) {
        var begun =
                new FutureTask<>(() ->
                        likely.get()
                                .map(Cluster::master)
                                .map(node -> Map.entry(node, connecting.apply(node))));
        Thread thread = new Thread(begun, "modmon-head-start");
        thread.setDaemon(true);
        thread.start();
        return new HeadStart(begun);
    }

    /// The client, if it is one for this node.
    Optional<ClusterClient> client(NodeAddress node) {
        try {
            return begun.get().filter(it -> it.getKey().equals(node)).map(Map.Entry::getValue);
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
