package dev.modmon.server.operation;

import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.PlanReport.PlannedChange;
import dev.modmon.core.api.PlanReport.PlannedStep;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.Step;
import dev.modmon.server.job.Target;
import java.util.List;
import java.util.stream.Collectors;

/// Plans as a client is told.
final class Plans {
    private Plans() {}

    static PlanReport report(Target target, String commit, RolloutPlan plan) {
        return new PlanReport(
                target.project().value(),
                target.environment().value(),
                commit,
                !plan.isEmpty(),
                plan.steps().stream().map(Plans::step).toList(),
                plan.unchanged().stream().map(ServiceName::value).toList());
    }

    private static PlannedStep step(Step step) {
        return switch (step) {
            case Step.CreateNetwork(var network) -> plain("create-network", network.name());
            case Step.CreateFile(var kind, var file) ->
                    plain("create-" + kind.word(), file.storedName());
            case Step.CreateService(var service) -> plain("create", service.name().value());
            case Step.UpdateService update ->
                    new PlannedStep(
                            "update",
                            update.after().name().value(),
                            update.restarts(),
                            update.downtime(),
                            update.changes().stream()
                                    .map(change ->
                                            new PlannedChange(
                                                    change.field(),
                                                    change.before(),
                                                    change.after()))
                                    .toList());
            case Step.ReplaceService(_, var after, var reason) ->
                    new PlannedStep("replace", after.name().value(), true, reason, List.of());
            case Step.AwaitHealthy(var services) ->
                    plain(
                            "await",
                            services.stream()
                                    .map(ServiceName::value)
                                    .collect(Collectors.joining(",")));
            case Step.RemoveService(var service) -> plain("remove", service.spec().name().value());
            case Step.RemoveFile(var kind, var name) -> plain("remove-" + kind.word(), name);
        };
    }

    private static PlannedStep plain(String action, String target) {
        return new PlannedStep(action, target, false, "", List.of());
    }
}
