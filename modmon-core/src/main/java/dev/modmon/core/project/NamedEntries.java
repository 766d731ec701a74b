package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reads a mapping whose keys are names: the names are checked, and each entry is read by its name.
record NamedEntries(Diagnostics diagnostics) {
    <N, T> SequencedMap<N, T> read(
            Collection<Entry> entries,
            Function<String, N> grammar,
            BiFunction<N, Entry, Optional<T>> reader) {
        SequencedMap<N, T> read = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Located<String> key = new Located<>(entry.key(), entry.place());
            YamlFields.parse(key, grammar, diagnostics)
                    .ifPresent(name ->
                            reader.apply(name.value(), entry)
                                    .ifPresent(it -> read.put(name.value(), it)));
        }
        return read;
    }

    /// Services: the Compose keys under each name stay as they are.
    SequencedMap<ServiceName, ServiceDefinition> services(Collection<Entry> entries) {
        return read(
                entries,
                ServiceName::new,
                (name, entry) ->
                        Optional.of(new ServiceDefinition(name, entry.place(), keys(name, entry))));
    }

    /// With the tag that says how they merge, which may also stand before nothing: `web: !reset`.
    private YamlMapping keys(ServiceName name, Entry entry) {
        YamlMapping keys =
                YamlFields.mappingOf(entry.value(), "service '%s'".formatted(name), diagnostics);
        return new YamlMapping(keys.place(), entry.value().tag(), keys.byKey());
    }
}
