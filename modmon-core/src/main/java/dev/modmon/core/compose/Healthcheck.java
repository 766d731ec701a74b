package dev.modmon.core.compose;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the engine tells whether a container works. Null means: as the image has it.
///
/// @param test as the engine takes it: `NONE`, or `CMD` and arguments, or `CMD-SHELL` and one command;
///     empty: as the image has it
/// @param startInterval between the checks of the start period; engines before 25 do not know it
public record Healthcheck(
        List<String> test,
        @Nullable Duration interval,
        @Nullable Duration timeout,
        @Nullable Duration startPeriod,
        @Nullable Duration startInterval,
        @Nullable Integer retries) {
    public Healthcheck {
        test = List.copyOf(test);
    }

    /// No check at all, whatever the image says.
    public static Healthcheck disabled() {
        return new Healthcheck(List.of("NONE"), null, null, null, null, null);
    }

    public boolean isDisabled() {
        return test.equals(List.of("NONE"));
    }
}
