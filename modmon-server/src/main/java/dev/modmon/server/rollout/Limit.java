package dev.modmon.server.rollout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How long something may take, and who may stop it before.
final class Limit {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Duration length;
    private final Instant end;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Cancellation cancellation;

    /// Begins to count now.
    Limit(Duration length, Clock clock, Sleeper sleeper, Cancellation cancellation) {
        this.length = length;
        this.end = clock.instant().plus(length);
        this.clock = clock;
        this.sleeper = sleeper;
        this.cancellation = cancellation;
    }

    Instant now() {
        return clock.instant();
    }

    boolean isReached() {
        return !now().isBefore(end);
    }

    /// @throws RolloutFailure when somebody asked to stop
    void check() {
        if (cancellation.isRequested()) {
            throw new RolloutFailure("It was cancelled.");
        }
    }

    /// Lets a moment pass before the next look.
    ///
    /// @throws RolloutFailure when somebody asked to stop
    void pause() {
        check();
        try {
            sleeper.sleep(INTERVAL);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new RolloutFailure("It was interrupted.");
        }
    }

    @Override
    public String toString() {
        long seconds = length.toSeconds();
        return seconds >= 60 && seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
