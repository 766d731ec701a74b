package dev.modmon.core.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a container is called inside itself, and where it looks for the names of others.
///
/// @param extraHosts as Compose writes them, `NAME:ADDRESS`
public record NameResolution(
        @Nullable String hostname,
        List<String> extraHosts,
        List<String> dns,
        List<String> dnsSearch) {
    public static final NameResolution DEFAULT =
            new NameResolution(null, List.of(), List.of(), List.of());

    public NameResolution {
        extraHosts = extraHosts.stream().sorted().toList();
        dns = List.copyOf(dns);
        dnsSearch = List.copyOf(dnsSearch);
    }
}
