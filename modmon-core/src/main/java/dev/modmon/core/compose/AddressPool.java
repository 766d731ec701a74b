package dev.modmon.core.compose;

import java.util.List;

/// Where the addresses of a network come from, as in Compose's `ipam`.
///
/// @param driver `default` is the engine's own
/// @param subnets in CIDR form; empty: the engine takes free ones
public record AddressPool(String driver, List<String> subnets) {
    public static final AddressPool CHOSEN_BY_ENGINE = new AddressPool("default", List.of());

    public AddressPool {
        subnets = List.copyOf(subnets);
    }
}
