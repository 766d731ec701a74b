package dev.modmon.core.compiler;

import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where each variable of each service is written: in the service's `environment`, in an env file, or, for one
/// that a database server gets, at the database.
public record VariableOrigins(SortedMap<ServiceName, SortedMap<String, Place>> byService) {
    public VariableOrigins {
        SortedMap<ServiceName, SortedMap<String, Place>> copy = new TreeMap<>();
        byService.forEach((service, places) ->
                copy.put(service, Collections.unmodifiableSortedMap(new TreeMap<>(places))));
        byService = Collections.unmodifiableSortedMap(copy);
    }

    /// @param services of a composed document
    static VariableOrigins in(YamlMapping services) {
        SortedMap<ServiceName, SortedMap<String, Place>> origins = new TreeMap<>();
        for (Entry service : services.entries()) {
            if (service.value() instanceof YamlMapping keys
                    && keys.get("environment").orElse(null) instanceof YamlMapping variables) {
                SortedMap<String, Place> places = new TreeMap<>();
                variables.entries().forEach(it -> places.put(it.key(), it.place()));
                origins.put(new ServiceName(service.key()), places);
            }
        }
        return new VariableOrigins(origins);
    }

    public Optional<Place> of(ServiceName service, String variable) {
        return Optional.ofNullable(byService.get(service)).map(places -> places.get(variable));
    }
}
