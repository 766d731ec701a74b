package dev.modmon.core.compose;

/// How many tasks a service has.
public sealed interface ServiceMode {
    /// A fixed number of tasks.
    record Replicated(int replicas) implements ServiceMode {}

    /// One task on each eligible node.
    record Global() implements ServiceMode {}
}
