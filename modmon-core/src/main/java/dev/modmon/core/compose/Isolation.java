package dev.modmon.core.compose;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What keeps a container from its node, and how much of that is given up.
///
/// @param readOnly the container cannot write to its image's files
/// @param capAdd capabilities as the engine keeps them, such as `CAP_NET_ADMIN`
/// @param sysctls kernel parameters of the container's namespaces
public record Isolation(
        boolean readOnly,
        List<String> capAdd,
        List<String> capDrop,
        SortedMap<String, String> sysctls) {
    public static final Isolation DEFAULT =
            new Isolation(false, List.of(), List.of(), Collections.emptySortedMap());

    public Isolation {
        capAdd = capAdd.stream().sorted().toList();
        capDrop = capDrop.stream().sorted().toList();
        sysctls = Collections.unmodifiableSortedMap(new TreeMap<>(sysctls));
    }
}
