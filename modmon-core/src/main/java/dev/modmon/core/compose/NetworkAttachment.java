package dev.modmon.core.compose;

import java.util.List;

/// A network that a service is in.
///
/// @param network name of a network of the stack
/// @param aliases further DNS names there, sorted; the service's own name is always one
public record NetworkAttachment(String network, List<String> aliases)
        implements Comparable<NetworkAttachment> {
    public NetworkAttachment {
        aliases = aliases.stream().distinct().sorted().toList();
    }

    @Override
    public int compareTo(NetworkAttachment other) {
        return network.compareTo(other.network);
    }
}
