package dev.modmon.core.compose;

import java.time.Duration;

/// Whether a task that ended is replaced.
///
/// @param maxAttempts 0: without end
/// @param window within which attempts are counted; zero: for ever
public record RestartPolicy(Condition condition, Duration delay, int maxAttempts, Duration window) {
    /// Which ends are followed by a new task.
    public enum Condition {
        NONE,
        ON_FAILURE,
        ANY
    }

    /// What the engine does when nothing is said.
    public static final RestartPolicy DEFAULT =
            new RestartPolicy(Condition.ANY, Duration.ofSeconds(5), 0, Duration.ZERO);
}
