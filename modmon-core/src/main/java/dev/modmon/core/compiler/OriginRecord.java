package dev.modmon.core.compiler;

import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Place;
import java.util.SortedMap;
import java.util.TreeMap;

/// Remembers where variables come from while an environment is compiled.
final class OriginRecord {
    private final SortedMap<ServiceName, SortedMap<String, Place>> byService = new TreeMap<>();

    /// The first to set a variable is the one that counts.
    void add(ServiceName service, String variable, Place place) {
        byService.computeIfAbsent(service, _ -> new TreeMap<>()).putIfAbsent(variable, place);
    }

    VariableOrigins all() {
        return new VariableOrigins(byService);
    }
}
