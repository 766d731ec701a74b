package dev.modmon.server.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Moments as text: RFC 3339, UTC, to the millisecond, so that they sort as they follow.
final class Times {
    private Times() {}

    static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
