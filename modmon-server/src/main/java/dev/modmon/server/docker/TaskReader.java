package dev.modmon.server.docker;

import dev.modmon.core.rollout.ObservedTask;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A task in our words.
///
/// @param nodeNames by node id
/// @param upToDate ids of the tasks that the engine would not replace to apply their service's spec
record TaskReader(Map<String, String> nodeNames, Set<String> upToDate) {
    private static final Set<ObservedTask.State> ENDED =
            EnumSet.of(
                    ObservedTask.State.COMPLETE,
                    ObservedTask.State.SHUTDOWN,
                    ObservedTask.State.FAILED);

    TaskReader {
        nodeNames = Map.copyOf(nodeNames);
        upToDate = Set.copyOf(upToDate);
    }

    ObservedTask read(JsonNode task) {
        String id = task.path("ID").asString("");
        JsonNode status = task.path("Status");
        JsonNode container = status.path("ContainerStatus");
        String containerId = container.path("ContainerID").asString("");
        ObservedTask.State state =
                EngineForm.constant(
                        ObservedTask.State.class,
                        status.path("State").asString(""),
                        ObservedTask.State.NEW);
        // The engine reports exit code 0 for containers that have not ended, or were never made.
        boolean ended = ENDED.contains(state) && !containerId.isEmpty();
        return new ObservedTask(
                id,
                task.path("Slot").asInt(0),
                nodeNames.getOrDefault(task.path("NodeID").asString(""), ""),
                state,
                upToDate.contains(id),
                isWanted(task),
                status.path("Message").asString(""),
                status.path("Err").asString(""),
                ended ? OptionalInt.of(container.path("ExitCode").asInt(0)) : OptionalInt.empty(),
                containerId,
                Instant.parse(status.path("Timestamp").asString("1970-01-01T00:00:00Z")));
    }

    private static boolean isWanted(JsonNode task) {
        return switch (task.path("DesiredState").asString("")) {
            case "shutdown", "remove", "failed", "rejected", "orphaned" -> false;
            default -> true;
        };
    }
}
