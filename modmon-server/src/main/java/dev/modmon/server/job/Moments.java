package dev.modmon.server.job;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Moments as events have them: RFC 3339, UTC, to the millisecond.
final class Moments {
    private Moments() {}

    static String now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
