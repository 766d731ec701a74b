package dev.modmon.core.compose;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a task may use at most, and what a node must have free for it. 0 means: not said.
///
/// @param limitNanoCpus in billionths of a processor
/// @param limitMemory in bytes
/// @param limitPids number of processes
/// @param reservedNanoCpus in billionths of a processor
/// @param reservedMemory in bytes
/// @param reservedKinds things that nodes were configured to have, such as GPUs: how many of each kind
public record Resources(
        long limitNanoCpus,
        long limitMemory,
        long limitPids,
        long reservedNanoCpus,
        long reservedMemory,
        SortedMap<String, Long> reservedKinds) {
    public static final Resources NONE = new Resources(0, 0, 0, 0, 0, Collections.emptySortedMap());

    public Resources {
        reservedKinds = Collections.unmodifiableSortedMap(new TreeMap<>(reservedKinds));
    }
}
