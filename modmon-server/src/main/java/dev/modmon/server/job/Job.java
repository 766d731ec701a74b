package dev.modmon.server.job;

import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.JobReport;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A mutation of one environment.
///
/// @param release the number that it has in the environment's history
/// @param result once it is finished
public record Job(
        JobId id,
        Target target,
        Order order,
        String user,
        long release,
        Instant created,
        State state,
        Optional<DeployReport> result) {
    /// Where it stands.
    public enum State {
        QUEUED,
        RUNNING,
        FINISHED
    }

    public JobReport report() {
        return new JobReport(
                id.value(),
                order.kind(),
                target.project().value(),
                target.environment().value(),
                user,
                state.name().toLowerCase(Locale.ROOT),
                result.orElse(null));
    }
}
