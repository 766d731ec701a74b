package dev.modmon.core.compose;

import java.time.Duration;

/// How the engine replaces the tasks of one service, forwards or back.
///
/// @param parallelism tasks at a time; 0: all
/// @param delay between two groups of tasks
/// @param monitor how long a fresh task may fail and still count as failed by this update
/// @param maxFailureRatio share of failed tasks that is borne, 0 to 1
public record UpdatePolicy(
        int parallelism,
        Duration delay,
        FailureAction failureAction,
        Duration monitor,
        double maxFailureRatio,
        Order order) {
    /// What the engine does by itself when too many tasks fail.
    public enum FailureAction {
        PAUSE,
        CONTINUE,
        ROLLBACK
    }

    /// Whether the old task goes before or after the new one works.
    public enum Order {
        STOP_FIRST,
        START_FIRST
    }

    /// What the engine does when nothing is said.
    public static final UpdatePolicy DEFAULT =
            new UpdatePolicy(
                    1,
                    Duration.ZERO,
                    FailureAction.PAUSE,
                    Duration.ofSeconds(5),
                    0,
                    Order.STOP_FIRST);
}
