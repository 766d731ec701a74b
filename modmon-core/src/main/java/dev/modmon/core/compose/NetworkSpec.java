package dev.modmon.core.compose;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A network of the stack.
///
/// @param external it exists already, under exactly this name, and is never created or removed
public record NetworkSpec(
        String name,
        boolean external,
        String driver,
        SortedMap<String, String> driverOptions,
        boolean attachable,
        boolean internal) {
    public NetworkSpec {
        driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
    }

    /// The network that every service is in unless it says otherwise.
    public static NetworkSpec overlay(String name) {
        return new NetworkSpec(name, false, "overlay", Collections.emptySortedMap(), false, false);
    }
}
