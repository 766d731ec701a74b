package dev.modmon.server.rollout;

import dev.modmon.core.project.ServiceName;
import java.util.List;
import java.util.Optional;

/// Why a rollout stops and goes back; with what the failed service said, collected before anything is taken
/// back.
final class RolloutFailure extends RuntimeException {
    private final transient Optional<ServiceName> service;
    private final transient List<LogLine> logs;
    private final String healthOutput;

    RolloutFailure(String reason) {
        this(Optional.empty(), reason, List.of(), "");
    }

    RolloutFailure(
            Optional<ServiceName> service, String reason, List<LogLine> logs, String healthOutput) {
        super(reason);
        this.service = service;
        this.logs = List.copyOf(logs);
        this.healthOutput = healthOutput;
    }

    /// The service that failed, when it was one.
    Optional<ServiceName> service() {
        return service;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    List<LogLine> logs() {
        return logs;
    }

    String healthOutput() {
        return healthOutput;
    }
}
