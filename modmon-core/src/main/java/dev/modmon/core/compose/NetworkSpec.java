package dev.modmon.core.compose;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A network of the stack.
public record NetworkSpec(
        String name,
        Naming naming,
        String driver,
        SortedMap<String, String> driverOptions,
        AddressPool addresses,
        SortedMap<String, String> labels,
        boolean attachable,
        boolean internal) {
    public NetworkSpec {
        driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /// The network that every service is in unless it says otherwise.
    public static NetworkSpec overlay(String name) {
        return overlay(name, Naming.SCOPED);
    }

    /// A network that exists already, such as another stack's, or the node's own `host`.
    public static NetworkSpec external(String name) {
        return overlay(name, Naming.EXTERNAL);
    }

    private static NetworkSpec overlay(String name, Naming naming) {
        return new NetworkSpec(
                name,
                naming,
                "overlay",
                Collections.emptySortedMap(),
                AddressPool.CHOSEN_BY_ENGINE,
                Collections.emptySortedMap(),
                false,
                false);
    }
}
