package dev.modmon.core.yaml;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Collects a mapping's entries: its own ones win over those of merge keys, earlier merges over later
/// ones (yaml.org/type/merge.html).
final class MappingBuilder {
    private final Diagnostics diagnostics;
    private final SequencedMap<String, Entry> own = new LinkedHashMap<>();
    private final SequencedMap<String, Entry> merged = new LinkedHashMap<>();

    MappingBuilder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void put(Entry entry) {
        Entry first = own.putIfAbsent(entry.key(), entry);
        if (first != null) {
            diagnostics.error(
                    "yaml.duplicate-key",
                    entry.place(),
                    "Key '%s' stands twice in the same mapping.".formatted(entry.key()),
                    "The first one is in line %d; keep one of them."
                            .formatted(first.place().line()));
        }
    }

    void merge(YamlNode value, Place place) {
        switch (value) {
            case YamlMapping mapping ->
                    mapping.entries().forEach(entry -> merged.putIfAbsent(entry.key(), entry));
            case YamlSequence sequence
                    when sequence.items().stream().allMatch(YamlMapping.class::isInstance) ->
                    sequence.items().forEach(item -> merge(item, place));
            default ->
                    diagnostics.error(
                            "yaml.bad-merge",
                            place,
                            "The merge key '<<' takes a mapping or a list of mappings, but this is %s."
                                    .formatted(value.kind()),
                            "Write '<<: *name', where '&name' marks a mapping.");
        }
    }

    SequencedMap<String, Entry> build() {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>(own);
        merged.forEach(entries::putIfAbsent);
        return entries;
    }
}
