package dev.modmon.core.rollout;

import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.UpdatePolicy;
import java.util.List;
import java.util.Optional;

/// Whether nobody answers for a service while it is changed, and why.
final class Downtime {
    private Downtime() {}

    /// Why the service will be unavailable for a moment; empty when it will not.
    static String of(ServiceSpec before, ServiceSpec after, List<FieldChange> changes) {
        if (isOff(before)) {
            return "";
        }
        if (isOff(after)) {
            return "0 replicas are wanted: the service stops";
        }
        return changes.stream().anyMatch(FieldChange::restarts) ? ofRestart(before, after) : "";
    }

    private static boolean isOff(ServiceSpec service) {
        return service.deploy().mode() instanceof ServiceMode.Replicated(int replicas)
                && replicas == 0;
    }

    private static String ofRestart(ServiceSpec before, ServiceSpec after) {
        Optional<Integer> hostPort = hostPort(before, after);
        UpdatePolicy policy = after.deploy().update();
        String tasks = tasksAtOnce(before, policy.parallelism());
        if (hostPort.isPresent()) {
            String who = tasks.isEmpty() ? "each task" : tasks;
            return "%s with host port %d: the old task must stop before the new one starts"
                    .formatted(who, hostPort.get());
        }
        if (tasks.isEmpty() || policy.order() == UpdatePolicy.Order.START_FIRST) {
            return "";
        }
        return volume(after)
                        .map(name -> "%s with volume %s: ".formatted(tasks, name))
                        .orElse("%s, stop-first: ".formatted(tasks))
                + "the old task stops before the new one starts";
    }

    /// Which tasks are down together when that is all of them; empty when others keep answering.
    private static String tasksAtOnce(ServiceSpec service, int parallelism) {
        return switch (service.deploy().mode()) {
            case ServiceMode.Global _ -> "one task on each node";
            case ServiceMode.ReplicatedJob _, ServiceMode.GlobalJob _ -> "";
            case ServiceMode.Replicated(int replicas) -> {
                if (replicas == 1) {
                    yield "one replica";
                }
                boolean all = parallelism == 0 || parallelism >= replicas;
                yield all ? "all %d replicas at once".formatted(replicas) : "";
            }
        };
    }

    /// A port that the old and the new task would both need on a node.
    private static Optional<Integer> hostPort(ServiceSpec before, ServiceSpec after) {
        return after.ports().stream()
                .filter(port -> port.mode() == PortSpec.Mode.HOST && port.published() != 0)
                .map(PortSpec::published)
                .filter(port -> publishes(before, port))
                .findFirst();
    }

    private static boolean publishes(ServiceSpec service, int published) {
        return service.ports().stream()
                .anyMatch(p -> p.mode() == PortSpec.Mode.HOST && p.published() == published);
    }

    private static Optional<String> volume(ServiceSpec service) {
        return service.container().mounts().stream()
                .filter(m -> m.kind() == MountSpec.Kind.VOLUME && !m.source().isEmpty())
                .filter(m -> !m.readOnly())
                .map(MountSpec::source)
                .findFirst();
    }
}
