package dev.modmon.server.rollout;

import dev.modmon.core.rollout.ObservedTask;
import java.util.Optional;
import java.util.Set;

/// What a [ServiceGate] makes of a service at one moment.
sealed interface Verdict {
    /// It works.
    ///
    /// @param tasks ids of those that make it work
    record Healthy(Set<String> tasks) implements Verdict {
        public Healthy {
            tasks = Set.copyOf(tasks);
        }
    }

    /// It may work yet.
    ///
    /// @param reason completes the service's name
    /// @param task that holds it up most, when there is one
    record Waiting(String reason, Optional<ObservedTask> task) implements Verdict {}

    /// It will not work.
    ///
    /// @param reason completes the service's name; empty when the task's end says it
    /// @param task that shows it, when there is one
    record Failed(String reason, Optional<ObservedTask> task) implements Verdict {}
}
