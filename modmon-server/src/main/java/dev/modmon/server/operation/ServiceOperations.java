package dev.modmon.server.operation;

import dev.modmon.core.access.Permission;
import dev.modmon.core.api.ImagesReport;
import dev.modmon.core.api.LogReport;
import dev.modmon.core.api.StatusReport;
import dev.modmon.core.compose.StackName;
import dev.modmon.server.rollout.ContainerPlatform;
import dev.modmon.server.rollout.ImageSource;
import dev.modmon.server.rollout.LogLine;
import dev.modmon.server.rollout.LogStream;
import dev.modmon.server.rollout.ServiceLogs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// What runs, what it says, and the images it is started from.
public final class ServiceOperations {
    private static final int DEFAULT_TAIL = 100;
    private static final int MAX_TAIL = 100_000;
    private static final int BUFFERED_LINES = 1000;
    private static final int BEAT_SECONDS = 15;
    private static final long MAX_ARCHIVE = 8L * 1024 * 1024 * 1024;

    private final Statuses statuses;
    private final ContainerPlatform platform;
    private final ServiceLogs logs;
    private final ImageSource images;

    public ServiceOperations(
            Statuses statuses, ContainerPlatform platform, ServiceLogs logs, ImageSource images) {
        this.statuses = statuses;
        this.platform = platform;
        this.logs = logs;
        this.images = images;
    }

    public List<Operation> rows() {
        return List.of(
                Operation.get("status", "/v1/projects/{project}/status")
                        .summary("What runs of a project, and how it is.")
                        .forUsersOfProject()
                        .query("environment", Query.Kind.TEXT, "this one only")
                        .answers(StatusReport.class)
                        .by(call ->
                                new Reply.Value(
                                        statuses.of(call.project(), call.queriedEnvironment()))),
                Operation.get(
                                "logs",
                                "/v1/projects/{project}/environments/{environment}/services/{service}/logs")
                        .summary("What a service's tasks wrote, and with 'follow' what they write.")
                        .needs(Permission.READ_LOGS)
                        .query("follow", Query.Kind.FLAG, "do not end, wait for more")
                        .query("tail", Query.Kind.NUMBER, "lines per task to begin with")
                        .answersLines(LogReport.class)
                        .by(this::logs),
                Operation.post("load-images", "/v1/images")
                        .summary("Loads a 'docker save' archive into this node's engine.")
                        .needsOnServer(Permission.MANAGE_NODES)
                        .audited()
                        .takes("application/x-tar", MAX_ARCHIVE)
                        .answers(ImagesReport.class)
                        .by(call -> new Reply.Value(new ImagesReport(images.load(call.bytes())))));
    }

    private Reply logs(Call call) {
        StackName stack = new StackName(call.project(), call.environment());
        if (platform.observe(stack).service(call.service()).isEmpty()) {
            throw ProblemException.notFound(
                    "service.unknown",
                    "There is no service '%s' in %s/%s."
                            .formatted(call.service(), call.project(), call.environment()),
                    "modmon status lists those that run.");
        }
        int tail = call.number("tail", MAX_TAIL).orElse(DEFAULT_TAIL);
        boolean follow = call.flag("follow");
        return new Reply.Lines(sink -> {
            try (LogStream stream = logs.open(stack, call.service(), tail, follow)) {
                copy(stream, sink);
            }
        });
    }

    /// A second thread reads, so that this one notices a client that has gone while nothing is written.
    private static void copy(LogStream stream, Reply.Sink sink)
            throws IOException, InterruptedException {
        BlockingQueue<Optional<LogLine>> lines = new ArrayBlockingQueue<>(BUFFERED_LINES);
        Thread reader = Thread.ofVirtual().name("logs").start(() -> read(stream, lines));
        try {
            while (true) {
                Optional<LogLine> line = lines.poll(BEAT_SECONDS, TimeUnit.SECONDS);
                if (line == null) {
                    sink.beat();
                } else if (line.isEmpty()) {
                    return;
                } else {
                    sink.line(report(line.get()));
                }
            }
        } finally {
            stream.close();
            reader.interrupt();
        }
    }

    private static void read(LogStream stream, BlockingQueue<Optional<LogLine>> lines) {
        try {
            LogLine line = stream.next();
            while (line != null) {
                lines.put(Optional.of(line));
                line = stream.next();
            }
        } catch (InterruptedException _) {
            return; // Nobody takes lines any more.
        } finally {
            lines.offer(Optional.empty());
        }
    }

    private static LogReport report(LogLine line) {
        return new LogReport(
                line.task(), line.node(), line.stream(), line.at().toString(), line.line());
    }
}
