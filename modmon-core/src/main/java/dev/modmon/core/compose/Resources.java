package dev.modmon.core.compose;

/// What a task may use at most, and what a node must have free for it. 0 means: not said.
///
/// @param limitNanoCpus in billionths of a processor
/// @param limitMemory in bytes
/// @param limitPids number of processes
/// @param reservedNanoCpus in billionths of a processor
/// @param reservedMemory in bytes
public record Resources(
        long limitNanoCpus,
        long limitMemory,
        long limitPids,
        long reservedNanoCpus,
        long reservedMemory) {
    public static final Resources NONE = new Resources(0, 0, 0, 0, 0);
}
