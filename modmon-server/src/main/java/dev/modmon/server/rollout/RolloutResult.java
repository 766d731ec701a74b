package dev.modmon.server.rollout;

import dev.modmon.core.api.Outcome;
import dev.modmon.core.project.ServiceName;
import java.util.List;

/// How a rollout ended.
///
/// @param outcome COMPLETED, REVERTED or FAILED
/// @param reason why it did not complete; empty when it did
public record RolloutResult(Outcome outcome, String reason, List<ServiceResult> services) {
    public RolloutResult {
        services = List.copyOf(services);
    }

    /// What became of one service.
    ///
    /// @param image what it runs now, with its digest where known; empty when it is gone
    /// @param reason why it failed, in plain words; empty when it did not
    /// @param logs last lines of the task that failed, from before anything was taken back
    /// @param healthOutput what its health check printed last; empty when not known
    public record ServiceResult(
            ServiceName name,
            Change change,
            String image,
            String reason,
            List<LogLine> logs,
            String healthOutput) {
        public ServiceResult {
            logs = List.copyOf(logs);
        }
    }

    /// What happened to a service, taken all together.
    public enum Change {
        CREATED,
        UPDATED,
        UNCHANGED,
        REMOVED,
        REVERTED,
        FAILED
    }
}
