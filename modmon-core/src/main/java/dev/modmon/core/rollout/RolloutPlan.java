package dev.modmon.core.rollout;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import java.util.List;

/// How to get from what runs to what is wanted, in order; dependencies before their dependents,
/// removals last.
///
/// @param unchanged services that no step touches
public record RolloutPlan(StackName stack, List<Step> steps, List<ServiceName> unchanged) {
    public RolloutPlan {
        steps = List.copyOf(steps);
        unchanged = List.copyOf(unchanged);
    }

    /// Whether everything runs as wanted already.
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
