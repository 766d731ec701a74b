package dev.modmon.cli.console;

import java.time.Duration;
import java.time.Instant;

/// Times as a person says them.
public final class Durations {
    private Durations() {}

    /// `8.5 s`, `2 min 5 s`, `1 h 4 min`.
    public static String of(Duration duration) {
        if (duration.toSeconds() < 60) {
            return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
        }
        return duration.toHours() == 0
                ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }

    /// `just now`, `5 min ago`, `3 h ago`, `12 days ago`.
    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 2 ? age.toHours() + " h ago" : age.toDays() + " days ago";
    }
}
