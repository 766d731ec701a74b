package dev.modmon.core.compose;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A named volume. A rollout never removes one.
///
/// @param external it exists already, under exactly this name
/// @param driver empty: the engine's default, a folder of the node
public record VolumeSpec(
        String name, boolean external, String driver, SortedMap<String, String> driverOptions) {
    public VolumeSpec {
        driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
    }
}
