package dev.modmon.server.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.server.rollout.LogLine;
import dev.modmon.server.rollout.LogStream;
import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.ServiceLogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Logs and health as the engine keeps them.
final class DockerServiceLogs implements ServiceLogs {
    /// A node that is gone never answers, and the engine waits for it.
    private static final Duration TAIL_DEADLINE = Duration.ofSeconds(5);

    /// After so many failures in a row a container is unhealthy, unless its health check says otherwise.
    private static final int DEFAULT_RETRIES = 3;

    private final EngineApi api;

    DockerServiceLogs(EngineApi api) {
        this.api = api;
    }

    @Override
    public LogStream open(StackName stack, ServiceName service, int tail, boolean follow) {
        String operation = "read the logs of service '%s' of stack %s".formatted(service, stack);
        EnginePath path =
                logs(EnginePath.of("services", stack.scoped(service), "logs"), tail)
                        .with("follow", follow);
        return new EngineLogStream(operation, api.stream(operation, path), reader(service));
    }

    @Override
    public List<LogLine> tail(StackName stack, ServiceName service, ObservedTask task, int lines) {
        if (task.containerId().isEmpty()) {
            return List.of();
        }
        String operation =
                "read the logs of a task of service '%s' of stack %s".formatted(service, stack);
        EnginePath path = logs(EnginePath.of("tasks", task.id(), "logs"), lines);
        List<LogLine> read = new ArrayList<>();
        try (var stream =
                        new EngineLogStream(
                                operation, api.stream(operation, path), reader(service));
                var _ = Watchdog.closes(stream, TAIL_DEADLINE)) {
            for (LogLine line = stream.next(); line != null; line = stream.next()) {
                read.add(line);
            }
        } catch (PlatformException unreadable) {
            // Lines only illustrate a failure; that they cannot be had must not hide it.
            return List.of();
        }
        // The two streams of a container arrive interleaved.
        read.sort(Comparator.comparing(LogLine::at));
        return List.copyOf(read.subList(Math.max(0, read.size() - lines), read.size()));
    }

    private static EnginePath logs(EnginePath path, int tail) {
        return path.with("stdout", true)
                .with("stderr", true)
                .with("timestamps", true)
                .with("details", true)
                .with("tail", tail);
    }

    private LogReader reader(ServiceName service) {
        return new LogReader(id -> taskName(service, id), this::nodeName);
    }

    private String taskName(ServiceName service, String id) {
        JsonNode task = lookUp(EnginePath.of("tasks", id));
        int slot = task.path("Slot").asInt(0);
        return slot == 0
                ? service + "." + nodeName(task.path("NodeID").asString(""))
                : service + "." + slot;
    }

    private String nodeName(String id) {
        return lookUp(EnginePath.of("nodes", id)).path("Description").path("Hostname").asString("");
    }

    private JsonNode lookUp(EnginePath path) {
        try {
            return api.get("look up " + path, path);
        } catch (PlatformException gone) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public Optional<ContainerReport> inspect(ObservedTask task) {
        if (task.containerId().isEmpty()) {
            return Optional.empty();
        }
        EnginePath path = EnginePath.of("containers", task.containerId(), "json");
        JsonNode container = lookUp(path);
        if (container.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode state = container.path("State");
        List<JsonNode> runs = state.path("Health").path("Log").values().stream().toList();
        return Optional.of(
                new ContainerReport(
                        state.path("OOMKilled").asBoolean(false),
                        isUnhealthy(container),
                        runs.isEmpty() ? "" : runs.getLast().path("Output").asString("").strip()));
    }

    /// The engine calls every container unhealthy once it has ended, so only the count of failures tells.
    private static boolean isUnhealthy(JsonNode container) {
        int retries = container.path("Config").path("Healthcheck").path("Retries").asInt(0);
        int failures = container.path("State").path("Health").path("FailingStreak").asInt(0);
        return failures >= (retries == 0 ? DEFAULT_RETRIES : retries);
    }

    /// Reads until the end, or until somebody closes it.
    private static final class EngineLogStream implements LogStream {
        private final String operation;
        private final Response response;
        private final LogFrames frames;
        private final LogReader reader;
        private final AtomicBoolean closed = new AtomicBoolean();

        EngineLogStream(String operation, Response response, LogReader reader) {
            this.operation = operation;
            this.response = response;
            this.frames = new LogFrames(response.getBody());
            this.reader = reader;
        }

        @Override
        public @Nullable LogLine next() {
            try {
                LogFrames.Frame frame = frames.next();
                return frame == null ? null : reader.read(frame);
            } catch (IOException | UncheckedIOException failure) {
                if (closed.get()) {
                    return null;
                }
                throw new PlatformException(
                        PlatformException.Kind.UNAVAILABLE,
                        "Cannot %s any longer: %s".formatted(operation, failure.getMessage()),
                        failure);
            }
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                response.close();
            }
        }
    }
}
