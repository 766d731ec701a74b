package dev.modmon.core.compose;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The `deploy` mapping of a service in a stack file.
final class DeployEntries {
    private DeployEntries() {}

    static Entries of(ServiceSpec service) {
        DeploySpec deploy = service.deploy();
        Entries entries = new Entries();
        mode(entries, deploy.mode());
        if (service.endpointMode() != EndpointMode.VIP) {
            entries.text("endpoint_mode", word(service.endpointMode()));
        }
        return entries.nested("placement", placement(deploy.placement()))
                .nested("resources", resources(deploy.resources()))
                .nested("restart_policy", restart(deploy.restart()))
                .nested("update_config", policy(deploy.update()))
                .nested("rollback_config", policy(deploy.rollback()))
                .texts("labels", service.labels());
    }

    private static void mode(Entries entries, ServiceMode mode) {
        switch (mode) {
            case ServiceMode.Global _, ServiceMode.GlobalJob _ -> entries.text("mode", mode.word());
            case ServiceMode.Replicated(int replicas) -> replicas(entries, replicas);
            case ServiceMode.ReplicatedJob(int completions) ->
                    replicas(entries.text("mode", mode.word()), completions);
        }
    }

    private static void replicas(Entries entries, int replicas) {
        if (replicas != 1) {
            entries.number("replicas", replicas);
        }
    }

    private static Entries placement(Placement placement) {
        Entries entries = new Entries().texts("constraints", placement.constraints());
        entries.list(
                "preferences",
                placement.spread().stream().map(s -> new Entries().text("spread", s)).toList());
        if (placement.maxReplicasPerNode() != 0) {
            entries.number("max_replicas_per_node", placement.maxReplicasPerNode());
        }
        return entries;
    }

    private static Entries resources(Resources resources) {
        Entries limits = amounts(resources.limitNanoCpus(), resources.limitMemory());
        if (resources.limitPids() != 0) {
            limits.number("pids", resources.limitPids());
        }
        Entries reservations =
                amounts(resources.reservedNanoCpus(), resources.reservedMemory())
                        .list("generic_resources", kinds(resources));
        return new Entries().nested("limits", limits).nested("reservations", reservations);
    }

    private static List<Entries> kinds(Resources resources) {
        return resources.reservedKinds().entrySet().stream()
                .map(kind ->
                        new Entries().text("kind", kind.getKey()).number("value", kind.getValue()))
                .map(kind -> new Entries().nested("discrete_resource_spec", kind))
                .toList();
    }

    private static Entries amounts(long nanoCpus, long memory) {
        Entries entries = new Entries();
        if (nanoCpus != 0) {
            entries.text("cpus", ComposeCpus.text(nanoCpus));
        }
        if (memory != 0) {
            entries.text("memory", ComposeBytes.text(memory));
        }
        return entries;
    }

    private static Entries restart(RestartPolicy restart) {
        RestartPolicy usual = RestartPolicy.DEFAULT;
        Entries entries = new Entries();
        if (restart.condition() != usual.condition()) {
            entries.text("condition", word(restart.condition()));
        }
        duration(entries, "delay", restart.delay(), usual.delay());
        if (restart.maxAttempts() != usual.maxAttempts()) {
            entries.number("max_attempts", restart.maxAttempts());
        }
        duration(entries, "window", restart.window(), usual.window());
        return entries;
    }

    private static Entries policy(UpdatePolicy policy) {
        UpdatePolicy usual = UpdatePolicy.DEFAULT;
        Entries entries = new Entries();
        if (policy.parallelism() != usual.parallelism()) {
            entries.number("parallelism", policy.parallelism());
        }
        if (policy.order() != usual.order()) {
            entries.text("order", word(policy.order()));
        }
        if (policy.failureAction() != usual.failureAction()) {
            entries.text("failure_action", word(policy.failureAction()));
        }
        duration(entries, "delay", policy.delay(), usual.delay());
        duration(entries, "monitor", policy.monitor(), usual.monitor());
        if (policy.maxFailureRatio() != usual.maxFailureRatio()) {
            entries.number("max_failure_ratio", policy.maxFailureRatio());
        }
        return entries;
    }

    private static void duration(Entries entries, String key, Duration value, Duration usual) {
        if (!value.equals(usual)) {
            entries.text(key, ComposeDuration.text(value));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
