package dev.modmon.server.rollout;

import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.server.rollout.ImageSource.Resolution;
import dev.modmon.server.rollout.ServiceLogs.ContainerReport;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds out why a service failed while there is still something to be asked.
final class Witness {
    private static final int LOG_LINES = 20;
    private static final Duration REGISTRY_DEADLINE = Duration.ofSeconds(10);

    private final StackName stack;
    private final ImageSource images;
    private final ServiceLogs logs;

    Witness(StackName stack, ImageSource images, ServiceLogs logs) {
        this.stack = stack;
        this.images = images;
        this.logs = logs;
    }

    boolean isUnhealthy(ObservedTask task) {
        return logs.inspect(task).map(ContainerReport::unhealthy).orElse(false);
    }

    RolloutFailure failed(ServiceSpec service, Verdict.Failed verdict) {
        String reason =
                verdict.reason().isEmpty()
                        ? verdict.task().map(task -> end(service, task)).orElse("failed")
                        : verdict.reason();
        return failure(service, reason, verdict.task());
    }

    RolloutFailure late(ServiceSpec service, Verdict.Waiting verdict, Limit limit) {
        String state =
                verdict.task()
                        .map(task -> FailureExplanation.ofDelay(service, task, logs.inspect(task)))
                        .orElse(verdict.reason());
        return failure(
                service,
                "did not get healthy within %s: it %s".formatted(limit, state),
                verdict.task());
    }

    private String end(ServiceSpec service, ObservedTask task) {
        String why = FailureExplanation.ofEnd(service, task, logs.inspect(task));
        if (!task.error().toLowerCase(Locale.ROOT).contains("no such image")) {
            return why;
        }
        // The engine hides why it could not pull; whoever holds the image can be asked again.
        ImageReference image = service.container().image();
        return switch (images.resolve(image, REGISTRY_DEADLINE)) {
            case Resolution.Missing(var reason) -> "cannot start: " + reason;
            case Resolution.Pinned(_), Resolution.OnNode(_) -> why;
        };
    }

    private RolloutFailure failure(
            ServiceSpec service, String reason, Optional<ObservedTask> task) {
        List<LogLine> lines =
                task.map(t -> logs.tail(stack, service.name(), t, LOG_LINES)).orElse(List.of());
        String health = task.flatMap(logs::inspect).map(ContainerReport::healthOutput).orElse("");
        return new RolloutFailure(Optional.of(service.name()), reason, lines, health);
    }
}
