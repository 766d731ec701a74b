package dev.modmon.cli.cluster;

import dev.modmon.core.cluster.Cluster;

/// Port: how clusters are reached.
@FunctionalInterface
public interface ClusterAccess {
    /// @throws dev.modmon.cli.failure.Failure when the cluster cannot be reached, proves not to be the right one, or
    ///     takes none of the user's keys
    ClusterLink open(Cluster cluster);

    /// Says that a cluster will be needed; what can be got ready without knowing which may be done at once, beside
    /// the caller's work.
    default void expect() {}
}
