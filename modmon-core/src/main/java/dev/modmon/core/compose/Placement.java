package dev.modmon.core.compose;

import java.util.List;

/// Which nodes may run a service's tasks.
///
/// @param constraints such as `node.labels.disk==ssd`, as the engine takes them, sorted
/// @param spread node properties over which tasks are spread, in order of importance
/// @param maxReplicasPerNode 0: no limit
public record Placement(List<String> constraints, List<String> spread, int maxReplicasPerNode) {
    public static final Placement ANYWHERE = new Placement(List.of(), List.of(), 0);

    public Placement {
        constraints = constraints.stream().sorted().toList();
        spread = List.copyOf(spread);
    }
}
