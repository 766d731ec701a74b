package dev.modmon.core.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cluster that a project deploys to, as its file says it.
///
/// @param nodes at least one
/// @param provider whose machines they are, when the file says so
public record Cluster(ClusterName name, List<NodeAddress> nodes, @Nullable Provider provider) {
    public Cluster {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("Cluster '%s' needs a node.".formatted(name));
        }
    }

    /// The node that clients talk to.
    public NodeAddress master() {
        return nodes.getFirst();
    }
}
