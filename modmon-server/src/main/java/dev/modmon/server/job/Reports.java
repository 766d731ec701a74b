package dev.modmon.server.job;

import dev.modmon.core.api.DeployReport;
import dev.modmon.server.rollout.LogLine;
import dev.modmon.server.rollout.RolloutResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a rollout came to, as a client is told.
final class Reports {
    private static final double MILLIS = 1000;

    private Reports() {}

    static DeployReport of(Job job, RolloutResult result, Duration took) {
        return new DeployReport(
                result.outcome(),
                job.target().project().value(),
                job.target().environment().value(),
                job.release(),
                result.reason(),
                took.toMillis() / MILLIS,
                result.services().stream().map(Reports::service).toList());
    }

    private static DeployReport.ServiceReport service(RolloutResult.ServiceResult service) {
        List<String> lines = new ArrayList<>(service.logs().stream().map(LogLine::line).toList());
        service.healthOutput().lines().map(line -> "health check: " + line).forEach(lines::add);
        return new DeployReport.ServiceReport(
                service.name().value(),
                service.change().name().toLowerCase(Locale.ROOT),
                service.image(),
                service.reason(),
                lines);
    }
}
