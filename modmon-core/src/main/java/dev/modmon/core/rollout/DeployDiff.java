package dev.modmon.core.rollout;

import dev.modmon.core.compose.ComposeBytes;
import dev.modmon.core.compose.ComposeCpus;
import dev.modmon.core.compose.ComposeDuration;
import dev.modmon.core.compose.DeploySpec;
import dev.modmon.core.compose.Placement;
import dev.modmon.core.compose.Resources;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.UpdatePolicy;
import java.util.Locale;
import java.util.function.LongFunction;

/// The part of a service that says how many tasks run, where, and how they are replaced.
final class DeployDiff {
    private DeployDiff() {}

    static void add(Changes restarting, Changes quiet, DeploySpec before, DeploySpec after) {
        if (before.mode() instanceof ServiceMode.Replicated(int from)
                && after.mode() instanceof ServiceMode.Replicated(int to)) {
            quiet.value("deploy.replicas", from, to);
        } else {
            modes(restarting, before.mode(), after.mode());
        }
        resources(restarting, before.resources(), after.resources());
        restart(restarting, before.restart(), after.restart());
        policy(quiet, "deploy.update_config.", before.update(), after.update());
        policy(quiet, "deploy.rollback_config.", before.rollback(), after.rollback());
        placement(restarting, before.placement(), after.placement());
    }

    private static void modes(Changes changes, ServiceMode before, ServiceMode after) {
        if (before instanceof ServiceMode.ReplicatedJob(int from)
                && after instanceof ServiceMode.ReplicatedJob(int to)) {
            changes.value("deploy.replicas", from, to);
        } else {
            changes.value("deploy.mode", before, after, ServiceMode::word);
        }
    }

    private static void resources(Changes changes, Resources before, Resources after) {
        String limits = "deploy.resources.limits.";
        String reservations = "deploy.resources.reservations.";
        LongFunction<String> cpus = ComposeCpus::text;
        LongFunction<String> memory = ComposeBytes::text;
        amount(changes, limits + "cpus", before.limitNanoCpus(), after.limitNanoCpus(), cpus);
        amount(changes, limits + "memory", before.limitMemory(), after.limitMemory(), memory);
        amount(changes, limits + "pids", before.limitPids(), after.limitPids(), Long::toString);
        amount(
                changes,
                reservations + "cpus",
                before.reservedNanoCpus(),
                after.reservedNanoCpus(),
                cpus);
        amount(
                changes,
                reservations + "memory",
                before.reservedMemory(),
                after.reservedMemory(),
                memory);
        changes.entries(
                reservations + "generic_resources",
                before.reservedKinds(),
                after.reservedKinds(),
                Object::toString);
    }

    private static void amount(
            Changes changes, String field, long before, long after, LongFunction<String> shown) {
        if (before != after) {
            changes.add(
                    field,
                    before == 0 ? "" : shown.apply(before),
                    after == 0 ? "" : shown.apply(after));
        }
    }

    private static void restart(Changes changes, RestartPolicy before, RestartPolicy after) {
        String prefix = "deploy.restart_policy.";
        changes.value(
                prefix + "condition", before.condition(), after.condition(), DeployDiff::word);
        changes.value(prefix + "delay", before.delay(), after.delay(), ComposeDuration::text);
        changes.value(prefix + "max_attempts", before.maxAttempts(), after.maxAttempts());
        changes.value(prefix + "window", before.window(), after.window(), ComposeDuration::text);
    }

    private static void policy(
            Changes changes, String prefix, UpdatePolicy before, UpdatePolicy after) {
        changes.value(prefix + "parallelism", before.parallelism(), after.parallelism());
        changes.value(prefix + "delay", before.delay(), after.delay(), ComposeDuration::text);
        changes.value(
                prefix + "failure_action",
                before.failureAction(),
                after.failureAction(),
                DeployDiff::word);
        changes.value(prefix + "monitor", before.monitor(), after.monitor(), ComposeDuration::text);
        changes.value(
                prefix + "max_failure_ratio", before.maxFailureRatio(), after.maxFailureRatio());
        changes.value(prefix + "order", before.order(), after.order(), DeployDiff::word);
    }

    private static void placement(Changes changes, Placement before, Placement after) {
        String prefix = "deploy.placement.";
        changes.list(prefix + "constraints", before.constraints(), after.constraints());
        changes.list(prefix + "preferences", before.spread(), after.spread());
        changes.value(
                prefix + "max_replicas_per_node",
                before.maxReplicasPerNode(),
                after.maxReplicasPerNode());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
