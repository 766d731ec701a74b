package dev.modmon.server.rollout;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedFiles;
import java.util.List;
import java.util.Set;

/// All it takes to undo a rollout, at any moment of it and after a crash. Taken before anything is
/// changed; it covers what the plan touches, and nothing else.
///
/// @param first whether the stack had no service yet, so that there is nothing to go back to
/// @param changed services that the plan updates, replaces or removes
/// @param created services that the plan creates
/// @param createdNetworks networks that the plan creates, by their name within the stack
/// @param createdFiles configs and secrets that the plan creates
public record Snapshot(
        StackName stack,
        boolean first,
        List<ServiceSnapshot> changed,
        Set<ServiceName> created,
        Set<String> createdNetworks,
        ObservedFiles createdFiles) {
    public Snapshot {
        changed = List.copyOf(changed);
        created = Set.copyOf(created);
        createdNetworks = Set.copyOf(createdNetworks);
    }
}
