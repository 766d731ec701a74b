package dev.modmon.core.compose;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A named volume. A rollout never removes one.
///
/// @param driver empty: the engine's default, a folder of the node
public record VolumeSpec(
        String name,
        Naming naming,
        String driver,
        SortedMap<String, String> driverOptions,
        SortedMap<String, String> labels) {
    public VolumeSpec {
        driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /// A folder of whichever node the task runs on.
    public static VolumeSpec local(String name) {
        return plain(name, Naming.SCOPED);
    }

    public static VolumeSpec external(String name) {
        return plain(name, Naming.EXTERNAL);
    }

    private static VolumeSpec plain(String name, Naming naming) {
        return new VolumeSpec(
                name, naming, "", Collections.emptySortedMap(), Collections.emptySortedMap());
    }
}
