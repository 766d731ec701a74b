package dev.modmon.core.api;

import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.FieldChange;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.ServiceDiff;
import dev.modmon.core.rollout.Step;
import java.util.List;
import java.util.stream.Collectors;

/// What a deployment would do.
///
/// @param changes whether it would do anything
/// @param steps in order
/// @param unchanged services that nothing touches
public record PlanReport(
        String project,
        String environment,
        String commit,
        boolean changes,
        List<PlannedStep> steps,
        List<String> unchanged) {
    public PlanReport {
        steps = List.copyOf(steps);
        unchanged = List.copyOf(unchanged);
    }

    public static PlanReport of(RolloutPlan plan, CommitId commit) {
        return new PlanReport(
                plan.stack().project().value(),
                plan.stack().environment().value(),
                commit.value(),
                !plan.isEmpty(),
                plan.steps().stream().map(PlannedStep::of).toList(),
                plan.unchanged().stream().map(ServiceName::value).toList());
    }

    /// One step of the plan.
    ///
    /// @param action `create-network`, `create-config`, `create-secret`, `create`, `update`, `replace`,
    ///     `await`, `remove`, `remove-config` or `remove-secret`
    /// @param target name of the network, config, secret or service; for `await` the services with commas between
    /// @param restarts whether running tasks are replaced
    /// @param downtime why the service will be unavailable for a moment; empty when it will not
    public record PlannedStep(
            String action,
            String target,
            boolean restarts,
            String downtime,
            List<PlannedChange> changes) {
        public PlannedStep {
            changes = List.copyOf(changes);
        }

        static PlannedStep of(Step step) {
            return switch (step) {
                case Step.CreateNetwork(var network) -> simple("create-network", network.name());
                case Step.CreateFile(var kind, var file) ->
                        simple("create-" + kind.word(), file.storedName());
                case Step.CreateService(var service) -> create(service);
                case Step.UpdateService update ->
                        new PlannedStep(
                                "update",
                                update.after().name().value(),
                                update.restarts(),
                                update.downtime(),
                                changes(update.changes()));
                case Step.ReplaceService(var before, var after, var reason) ->
                        new PlannedStep(
                                "replace",
                                after.name().value(),
                                true,
                                reason,
                                changes(ServiceDiff.between(before, after)));
                case Step.AwaitHealthy(var services) ->
                        simple(
                                "await",
                                services.stream()
                                        .map(ServiceName::value)
                                        .collect(Collectors.joining(",")));
                case Step.RemoveService(var service) ->
                        simple("remove", service.spec().name().value());
                case Step.RemoveFile(var kind, var name) -> simple("remove-" + kind.word(), name);
            };
        }

        private static PlannedStep simple(String action, String target) {
            return new PlannedStep(action, target, false, "", List.of());
        }

        private static PlannedStep create(ServiceSpec service) {
            String image = service.container().image().withoutDigest().value();
            return new PlannedStep(
                    "create",
                    service.name().value(),
                    false,
                    "",
                    List.of(new PlannedChange("image", "", image)));
        }

        private static List<PlannedChange> changes(List<FieldChange> changes) {
            return changes.stream()
                    .map(c -> new PlannedChange(c.field(), c.before(), c.after()))
                    .toList();
        }
    }

    /// One field that changes; secret values are masked.
    public record PlannedChange(String field, String before, String after) {}
}
