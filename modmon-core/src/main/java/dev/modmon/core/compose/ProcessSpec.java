package dev.modmon.core.compose;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How a container's process runs and ends. Null means: as the image has it.
///
/// @param stopGracePeriod between the stop signal and the kill
/// @param init an init process as PID 1; null: as the engine is configured
/// @param ulimits by name, such as `nofile`
public record ProcessSpec(
        @Nullable String user,
        @Nullable String workingDir,
        @Nullable String stopSignal,
        Duration stopGracePeriod,
        @Nullable Boolean init,
        boolean tty,
        boolean stdinOpen,
        SortedMap<String, Ulimit> ulimits) {
    /// The engine's own default.
    public static final Duration DEFAULT_STOP_GRACE_PERIOD = Duration.ofSeconds(10);

    public static final ProcessSpec DEFAULT =
            new ProcessSpec(
                    null,
                    null,
                    null,
                    DEFAULT_STOP_GRACE_PERIOD,
                    null,
                    false,
                    false,
                    Collections.emptySortedMap());

    public ProcessSpec {
        ulimits = Collections.unmodifiableSortedMap(new TreeMap<>(ulimits));
    }
}
