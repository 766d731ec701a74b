package dev.modmon.core.compiler;

import dev.modmon.core.compiler.DeployDecoder.Circumstances;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.UpdatePolicy;
import java.util.List;

/// How a service is updated when the user says nothing: without a gap where that is safe, and back
/// when it fails. It is written into the compiled file, so that plain docker does the same.
final class UpdateDefaults {
    private UpdateDefaults() {}

    static UpdatePolicy update(ServiceMode mode, Circumstances circumstances) {
        return mode.isJob()
                ? UpdatePolicy.DEFAULT
                : policy(order(mode, circumstances), UpdatePolicy.FailureAction.ROLLBACK);
    }

    static UpdatePolicy rollback(ServiceMode mode, UpdatePolicy update) {
        return mode.isJob()
                ? UpdatePolicy.DEFAULT
                : policy(update.order(), UpdatePolicy.FailureAction.PAUSE);
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
    private static UpdatePolicy.Order order(ServiceMode mode, Circumstances service) {
        boolean alone = mode instanceof ServiceMode.Global || isSingleKeeper(mode, service);
        return alone || service.onHost() || hasHostPort(service.ports())
                ? UpdatePolicy.Order.STOP_FIRST
                : UpdatePolicy.Order.START_FIRST;
    }

    private static boolean isSingleKeeper(ServiceMode mode, Circumstances service) {
        return mode instanceof ServiceMode.Replicated(int replicas)
                && replicas <= 1
                && (service.stateful()
                        || service.mounts().stream().anyMatch(UpdateDefaults::isKept));
    }

    static boolean hasHostPort(List<PortSpec> ports) {
        return ports.stream().anyMatch(p -> p.mode() == PortSpec.Mode.HOST && p.published() != 0);
    }

    static boolean isKept(MountSpec mount) {
        return !mount.readOnly() && !mount.source().isEmpty();
    }
}
