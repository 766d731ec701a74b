package dev.modmon.core.compiler;

import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.UpdatePolicy;
import java.util.List;

/// How a service is updated when the user says nothing: without a gap where that is safe, and back
/// when it fails. It is written into the compiled file, so that plain docker does the same.
final class UpdateDefaults {
    private UpdateDefaults() {}

    /// @param stateful whether the service keeps what others must not lose, such as a database
    static UpdatePolicy update(
            ServiceMode mode, List<PortSpec> ports, List<MountSpec> mounts, boolean stateful) {
        return policy(order(mode, ports, mounts, stateful), UpdatePolicy.FailureAction.ROLLBACK);
    }

    static UpdatePolicy rollback(UpdatePolicy update) {
        return policy(update.order(), UpdatePolicy.FailureAction.PAUSE);
    }

    private static UpdatePolicy policy(
            UpdatePolicy.Order order, UpdatePolicy.FailureAction action) {
        UpdatePolicy usual = UpdatePolicy.DEFAULT;
        return new UpdatePolicy(
                usual.parallelism(),
                usual.delay(),
                action,
                usual.monitor(),
                usual.maxFailureRatio(),
                order);
    }

    /// Two tasks cannot have one host port; two writers on the volume of what was made to run once
    /// spoil it; and one task on each node is what a global service is about.
    private static UpdatePolicy.Order order(
            ServiceMode mode, List<PortSpec> ports, List<MountSpec> mounts, boolean stateful) {
        boolean alone =
                switch (mode) {
                    case ServiceMode.Global _ -> true;
                    case ServiceMode.Replicated(int replicas) ->
                            replicas <= 1
                                    && (stateful
                                            || mounts.stream().anyMatch(UpdateDefaults::isKept));
                };
        return alone || hasHostPort(ports)
                ? UpdatePolicy.Order.STOP_FIRST
                : UpdatePolicy.Order.START_FIRST;
    }

    static boolean hasHostPort(List<PortSpec> ports) {
        return ports.stream().anyMatch(p -> p.mode() == PortSpec.Mode.HOST && p.published() != 0);
    }

    static boolean isKept(MountSpec mount) {
        return !mount.readOnly() && !mount.source().isEmpty();
    }
}
