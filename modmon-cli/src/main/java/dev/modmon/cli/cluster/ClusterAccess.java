package dev.modmon.cli.cluster;

import dev.modmon.core.cluster.Cluster;

/// Port: how clusters are reached.
@FunctionalInterface
public interface ClusterAccess {
    /// @throws dev.modmon.cli.failure.Failure when the cluster cannot be reached, proves not to be the right one, or
    ///     takes none of the user's keys
    ClusterLink open(Cluster cluster);
}
