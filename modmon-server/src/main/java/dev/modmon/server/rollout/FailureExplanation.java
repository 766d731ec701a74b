package dev.modmon.server.rollout;

import dev.modmon.core.compose.Placement;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.Resources;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.server.rollout.ServiceLogs.ContainerReport;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Why a task does not run, in plain words, from what the engine says of it. The phrases complete
/// "web …" and end without a full stop.
final class FailureExplanation {
    private static final int SHOWN = 300;
    private static final long MEGABYTE = 1 << 20;

    /// Phrases of the engine, in the order in which they are looked for, and ours.
    private static final List<Phrase> PHRASES =
            List.of(
                    new Phrase(
                            "(?i)no such image",
                            (spec, _) ->
                                    "cannot start: image %s cannot be pulled"
                                            .formatted(spec.container().image())),
                    new Phrase(
                            "scheduling constraints not satisfied",
                            (spec, _) ->
                                    "fits no node: none meets its constraints"
                                            + constraints(spec.deploy().placement())),
                    new Phrase(
                            "host-mode port already in use",
                            (spec, _) ->
                                    "fits no node: port %s is taken on each of them"
                                            .formatted(hostPorts(spec))),
                    new Phrase(
                            "insufficient resources",
                            (spec, _) ->
                                    "fits no node: none has what it reserves free"
                                            + reservation(spec.deploy().resources())),
                    new Phrase(
                            "max replicas per node",
                            (spec, _) ->
                                    "fits no node: each has its %d already"
                                            .formatted(
                                                    spec.deploy()
                                                            .placement()
                                                            .maxReplicasPerNode())),
                    new Phrase(
                            "unsupported platform",
                            (spec, _) ->
                                    "fits no node: image %s is not built for their processors"
                                            .formatted(spec.container().image())),
                    new Phrase(
                            "no suitable node \\((.*)\\)", (_, m) -> "fits no node: " + m.group(1)),
                    new Phrase(
                            "bind source path does not exist: (\\S+)",
                            (_, m) ->
                                    "cannot start: %s does not exist on the node"
                                            .formatted(m.group(1))),
                    new Phrase(
                            ":(\\d{1,5})(?:/\\w+)?: bind: address already in use",
                            (_, m) ->
                                    "cannot start: something else on the node uses port "
                                            + m.group(1)),
                    new Phrase(
                            ":(\\d{1,5}) failed: port is already allocated",
                            (_, m) ->
                                    "cannot start: another container on the node uses port "
                                            + m.group(1)),
                    new Phrase(
                            "exec: \"([^\"]*)\":.*(?:no such file|executable file not found)",
                            (_, m) ->
                                    "cannot start: its command %s is not in the image"
                                            .formatted(m.group(1))),
                    new Phrase(
                            "exec: \"([^\"]*)\":.*permission denied",
                            (_, m) ->
                                    "cannot start: its command %s may not be executed"
                                            .formatted(m.group(1))),
                    new Phrase(
                            "(starting container failed: .*)",
                            (_, m) -> "cannot start: " + m.group(1)));

    private FailureExplanation() {}

    /// What the engine says, and what it means.
    private record Phrase(Pattern engine, BiFunction<ServiceSpec, Matcher, String> ours) {
        Phrase(String engine, BiFunction<ServiceSpec, Matcher, String> ours) {
            this(Pattern.compile(engine, Pattern.DOTALL), ours);
        }

        Optional<String> explain(ServiceSpec spec, String error) {
            Matcher matcher = engine.matcher(error);
            return matcher.find() ? Optional.of(ours.apply(spec, matcher)) : Optional.empty();
        }
    }

    /// Why a task ended that should not have.
    static String ofEnd(ServiceSpec spec, ObservedTask task, Optional<ContainerReport> container) {
        if (container.isPresent() && container.get().unhealthy()) {
            return unhealthy(container.get().healthOutput());
        }
        if (task.error().contains("unhealthy container")) {
            return unhealthy("");
        }
        return ofError(spec, task.error())
                .orElseGet(() -> exit(spec, task, container.map(ContainerReport::outOfMemory)));
    }

    /// Why a task that is on its way takes so long.
    static String ofDelay(
            ServiceSpec spec, ObservedTask task, Optional<ContainerReport> container) {
        return container
                .map(ContainerReport::healthOutput)
                .filter(output -> !output.isEmpty() && !task.isRunning())
                .map(FailureExplanation::unhealthy)
                .orElseGet(() -> ofWait(spec, task));
    }

    /// What a task that is on its way waits for.
    static String ofWait(ServiceSpec spec, ObservedTask task) {
        return switch (task.state()) {
            case NEW, PENDING ->
                    ofError(spec, task.error())
                            .orElse(
                                    "waits for a node"
                                            + (task.error().isEmpty()
                                                    ? ""
                                                    : ": " + shown(task.error())));
            case ASSIGNED, ACCEPTED, PREPARING -> "gets its image";
            case READY -> "is about to start";
            case STARTING -> "starts, and is not healthy yet";
            case RUNNING -> "runs";
            case COMPLETE, SHUTDOWN, FAILED, REJECTED, REMOVE, ORPHANED -> "starts again";
        };
    }

    private static Optional<String> ofError(ServiceSpec spec, String error) {
        return PHRASES.stream().flatMap(phrase -> phrase.explain(spec, error).stream()).findFirst();
    }

    private static String unhealthy(String output) {
        return output.isEmpty()
                ? "is unhealthy: its health check fails without a word"
                : "is unhealthy: its health check says '%s'".formatted(shown(lastLine(output)));
    }

    private static String exit(ServiceSpec spec, ObservedTask task, Optional<Boolean> outOfMemory) {
        if (outOfMemory.orElse(false)) {
            return "was killed because it used more memory than it may"
                    + memoryLimit(spec.deploy().resources());
        }
        if (task.state() == ObservedTask.State.ORPHANED) {
            return "was lost with its node " + task.node();
        }
        if (task.exitCode().isEmpty()) {
            return task.error().isEmpty()
                    ? "cannot start: %s".formatted(task.message())
                    : "cannot start: %s".formatted(shown(task.error()));
        }
        int code = task.exitCode().getAsInt();
        return switch (code) {
            case 0 -> "ended by itself with exit code 0, though it is to keep running";
            case 126 -> "ended with exit code 126: its command may not be executed";
            case 127 -> "ended with exit code 127: its command was not found";
            case 137 -> "was killed (exit code 137), by the memory limit or by somebody";
            case 139 -> "crashed with a memory error (exit code 139)";
            case 143 -> "was asked to end by somebody (exit code 143)";
            default -> "ended with exit code " + code;
        };
    }

    private static String constraints(Placement placement) {
        return inBrackets(String.join(", ", placement.constraints()));
    }

    private static String hostPorts(ServiceSpec spec) {
        return spec.ports().stream()
                .filter(port -> port.mode() == PortSpec.Mode.HOST && port.published() != 0)
                .map(port -> Integer.toString(port.published()))
                .collect(Collectors.joining(" or "));
    }

    private static String reservation(Resources resources) {
        String memory =
                resources.reservedMemory() == 0
                        ? ""
                        : resources.reservedMemory() / MEGABYTE + " MiB of memory";
        String processors =
                resources.reservedNanoCpus() == 0
                        ? ""
                        : resources.reservedNanoCpus() / 1e9 + " processors";
        return inBrackets(
                memory + (memory.isEmpty() || processors.isEmpty() ? "" : ", ") + processors);
    }

    private static String memoryLimit(Resources resources) {
        return resources.limitMemory() == 0
                ? ""
                : inBrackets(resources.limitMemory() / MEGABYTE + " MiB");
    }

    private static String inBrackets(String text) {
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (_, line) -> line.isBlank() ? "" : line);
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
