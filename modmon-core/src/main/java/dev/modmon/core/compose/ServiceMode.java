package dev.modmon.core.compose;

/// How many tasks a service has.
public sealed interface ServiceMode {
    /// A fixed number of tasks.
    record Replicated(int replicas) implements ServiceMode {}

    /// One task on each eligible node.
    record Global() implements ServiceMode {}

    /// So many tasks that run to their end, all at once.
    record ReplicatedJob(int completions) implements ServiceMode {}

    /// One task on each eligible node that runs to its end.
    record GlobalJob() implements ServiceMode {}

    /// Whether the tasks are meant to end.
    default boolean isJob() {
        return switch (this) {
            case Replicated _, Global _ -> false;
            case ReplicatedJob _, GlobalJob _ -> true;
        };
    }

    /// As Compose spells it.
    default String word() {
        return switch (this) {
            case Replicated _ -> "replicated";
            case Global _ -> "global";
            case ReplicatedJob _ -> "replicated-job";
            case GlobalJob _ -> "global-job";
        };
    }
}
