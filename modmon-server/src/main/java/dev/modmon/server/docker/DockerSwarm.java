package dev.modmon.server.docker;

import dev.modmon.core.compose.StackName;
import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.PlatformException.Kind;
import dev.modmon.server.rollout.Sleeper;
import dev.modmon.server.rollout.Swarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The Docker Swarm that the engine is in.
final class DockerSwarm implements Swarm {
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// A task has 10 s by default to end by itself, and more when its service says so.
    private static final int ATTEMPTS = 600;

    private static final Set<String> ENDED =
            Set.of("complete", "shutdown", "failed", "rejected", "orphaned", "remove");

    private final EngineApi api;
    private final Sleeper sleeper;

    DockerSwarm(EngineApi api, Sleeper sleeper) {
        this.api = api;
        this.sleeper = sleeper;
    }

    @Override
    public String engine() {
        return api.spoken().engine();
    }

    @Override
    public Nodes nodes() {
        JsonNode nodes;
        try {
            nodes = api.get("list the nodes", EnginePath.of("nodes"));
        } catch (PlatformException refusal) {
            // Asked only now, because the engine takes longer with this than with all the rest of a
            // status.
            if (isManager(membership())) {
                throw refusal;
            }
            return new Nodes(0, 0);
        }
        long ready =
                nodes.values().stream()
                        .filter(n -> n.path("Status").path("State").asString("").equals("ready"))
                        .count();
        return new Nodes((int) ready, nodes.size());
    }

    private JsonNode membership() {
        return api.get("ask the engine about its cluster", EnginePath.of("info")).path("Swarm");
    }

    private static boolean isManager(JsonNode membership) {
        return membership.path("ControlAvailable").asBoolean(false);
    }

    @Override
    public void ensureManager() {
        JsonNode swarm = membership();
        if (isManager(swarm)) {
            return;
        }
        String state = swarm.path("LocalNodeState").asString("");
        if (!state.equals("inactive")) {
            throw new PlatformException(
                    Kind.REFUSED,
                    "This node's engine is in a swarm (state '%s') that it does not manage. Promote it there with 'docker node promote', or leave that swarm."
                            .formatted(state));
        }
        // Everything on loopback until a second node is added: no port is opened to anybody.
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("ListenAddr", "127.0.0.1:2377")
                        .put("AdvertiseAddr", "127.0.0.1:2377")
                        .put("DataPathAddr", "127.0.0.1");
        api.post("start a swarm on this node", EnginePath.of("swarm", "init"), body);
    }

    @Override
    public List<String> removeStack(StackName stack, boolean volumes) {
        List<String> removed = new ArrayList<>();
        removed.addAll(removeAll(stack, "service", "services", "ID", "Spec"));
        awaitNoTasks(stack);
        removed.addAll(removeAll(stack, "network", "networks", "Id", ""));
        removed.addAll(removeAll(stack, "secret", "secrets", "ID", "Spec"));
        removed.addAll(removeAll(stack, "config", "configs", "ID", "Spec"));
        if (volumes) {
            removed.addAll(removeAll(stack, "volume", "volumes", "Name", ""));
        }
        return removed;
    }

    private List<String> removeAll(
            StackName stack, String kind, String path, String idField, String nameIn) {
        List<String> removed = new ArrayList<>();
        JsonNode answer =
                api.get(
                        "list the %ss of stack %s".formatted(kind, stack),
                        EnginePath.of(path).filtered(StackLabels.filter(stack)));
        for (JsonNode thing : answer.has("Volumes") ? answer.path("Volumes") : answer) {
            JsonNode named = nameIn.isEmpty() ? thing : thing.path(nameIn);
            String name = named.path("Name").asString("");
            String shown =
                    name.startsWith(stack.scoped(""))
                            ? name.substring(stack.scoped("").length())
                            : name;
            String operation = "remove %s '%s' of stack %s".formatted(kind, shown, stack);
            removeOnceUnused(operation, EnginePath.of(path, thing.path(idField).asString("")));
            removed.add(kind + " " + shown);
        }
        return removed;
    }

    /// The engine lets go of networks and volumes a moment after the tasks that used them are gone.
    private void removeOnceUnused(String operation, EnginePath path) {
        for (int attempt = 1; ; attempt++) {
            try {
                api.delete(operation, path);
                return;
            } catch (PlatformException refusal) {
                if (refusal.kind() == Kind.NOT_FOUND) {
                    return;
                }
                if (refusal.kind() != Kind.CONFLICT || attempt == ATTEMPTS) {
                    throw refusal;
                }
                pause(operation);
            }
        }
    }

    private void awaitNoTasks(StackName stack) {
        String operation = "wait for the tasks of stack %s to end".formatted(stack);
        EnginePath tasks = EnginePath.of("tasks").filtered(StackLabels.filter(stack));
        EnginePath containers =
                EnginePath.of("containers", "json")
                        .with("all", true)
                        .filtered(Map.of("label", StackLabels.NAMESPACE + "=" + stack.value()));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (!anyWorks(api.get(operation, tasks))
                    && removeEnded(operation, api.get(operation, containers))) {
                return;
            }
            pause(operation);
        }
        throw new PlatformException(
                Kind.UNAVAILABLE,
                "Cannot %s: some are still there after %d s."
                        .formatted(operation, PAUSE.multipliedBy(ATTEMPTS).toSeconds()));
    }

    /// Of a removed job the engine keeps the tasks that ended, and those that no node ever took.
    private static boolean anyWorks(JsonNode tasks) {
        return tasks.values().stream()
                .filter(task -> !task.path("NodeID").asString("").isEmpty())
                .map(task -> task.path("Status").path("State").asString(""))
                .anyMatch(state -> !ENDED.contains(state));
    }

    /// It keeps the containers of such tasks too, and with them the volumes.
    ///
    /// @return whether none is left
    private boolean removeEnded(String operation, JsonNode containers) {
        for (JsonNode container : containers) {
            if (!container.path("State").asString("").equals("exited")) {
                return false;
            }
            removeOnceUnused(
                    operation, EnginePath.of("containers", container.path("Id").asString("")));
        }
        return true;
    }

    private void pause(String operation) {
        try {
            sleeper.sleep(PAUSE);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new PlatformException(
                    Kind.UNAVAILABLE, "Cannot %s: interrupted.".formatted(operation), interrupt);
        }
    }
}
