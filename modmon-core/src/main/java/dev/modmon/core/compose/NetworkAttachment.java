package dev.modmon.core.compose;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A network that a service is in.
///
/// @param network name of a network of the stack
/// @param aliases further DNS names there, sorted; the service's own name is always one
/// @param driverOptions for the network's driver
public record NetworkAttachment(
        String network, List<String> aliases, SortedMap<String, String> driverOptions)
        implements Comparable<NetworkAttachment> {
    public NetworkAttachment {
        aliases = aliases.stream().distinct().sorted().toList();
        driverOptions = Collections.unmodifiableSortedMap(new TreeMap<>(driverOptions));
    }

    public static NetworkAttachment of(String network, String... aliases) {
        return new NetworkAttachment(network, List.of(aliases), Collections.emptySortedMap());
    }

    @Override
    public int compareTo(NetworkAttachment other) {
        return network.compareTo(other.network);
    }
}
