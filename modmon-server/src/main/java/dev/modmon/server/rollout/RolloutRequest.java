package dev.modmon.server.rollout;

import dev.modmon.core.compose.Stack;
import java.time.Duration;

/// What to bring about.
///
/// @param desired with secrets resolved
/// @param release number under which the history knows this rollout
/// @param deadline by when everything must be healthy; going back has as much again
/// @param monitor how long everything must stay healthy before it counts as done
public record RolloutRequest(Stack desired, long release, Duration deadline, Duration monitor) {
    public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(5);
    public static final Duration DEFAULT_MONITOR = Duration.ofSeconds(5);

    public static RolloutRequest of(Stack desired, long release) {
        return new RolloutRequest(desired, release, DEFAULT_DEADLINE, DEFAULT_MONITOR);
    }
}
