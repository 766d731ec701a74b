package dev.modmon.core.api;

import java.util.List;

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

    /// One step of the plan.
    ///
    /// @param action `create-network`, `create`, `update`, `replace`, `await` or `remove`
    /// @param target name of the network or service; for `await` the services with commas between
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
    }

    /// One field that changes; secret values are masked.
    public record PlannedChange(String field, String before, String after) {}
}
