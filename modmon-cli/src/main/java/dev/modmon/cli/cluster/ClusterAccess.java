package dev.modmon.cli.cluster;

import dev.modmon.core.cluster.Cluster;
import java.util.Optional;
import java.util.function.Supplier;

/// Port: how clusters are reached.
@FunctionalInterface
public interface ClusterAccess {
    /// @throws dev.modmon.cli.failure.Failure when the cluster cannot be reached, proves not to be the right one, or
    ///     takes none of the user's keys
    ClusterLink open(Cluster cluster);

    /// Says that a cluster will be needed. What can be done before [#open] may be done at once, beside the caller's
    /// work, up to a connection that waits for its first request.
    ///
    /// @param likely looks which cluster it will be, if that is easy to see; called on another thread
    default void expect(Supplier<Optional<Cluster>> likely) {}
}
