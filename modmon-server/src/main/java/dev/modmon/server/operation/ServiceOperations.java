package dev.modmon.server.operation;

import dev.modmon.core.access.Permission;
import dev.modmon.core.api.ImagesReport;
import dev.modmon.core.api.LogReport;
import dev.modmon.core.api.StatusReport;
import dev.modmon.core.compose.StackName;
import dev.modmon.server.rollout.ContainerPlatform;
import dev.modmon.server.rollout.ImageSource;
import dev.modmon.server.rollout.LogStream;
import dev.modmon.server.rollout.ServiceLogs;
import java.util.List;

/// What runs, what it says, and the images it is started from.
public final class ServiceOperations {
    private static final int DEFAULT_TAIL = 100;
    private static final int MAX_TAIL = 100_000;
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
        LogStream stream = logs.open(stack, call.service(), tail, follow);
        return new Reply.Lines(sink -> new LogCopy(stream).to(sink));
    }
}
