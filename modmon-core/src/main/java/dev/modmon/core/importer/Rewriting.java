package dev.modmon.core.importer;

import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlScalar.Type;
import dev.modmon.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// A document with other texts in some places, and perhaps with its braces kept literal.
///
/// @param texts by the place of their scalar
record Rewriting(Map<Place, String> texts, boolean literalBraces) {
    YamlMapping of(YamlMapping mapping) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            entries.put(
                    entry.key(), new Entry(entry.key(), entry.place(), rewritten(entry.value())));
        }
        return new YamlMapping(mapping.place(), mapping.tag(), entries);
    }

    private YamlNode rewritten(YamlNode node) {
        return switch (node) {
            case YamlMapping mapping -> of(mapping);
            case YamlSequence sequence ->
                    new YamlSequence(
                            sequence.place(),
                            sequence.tag(),
                            sequence.items().stream().map(this::rewritten).toList());
            case YamlScalar scalar -> rewritten(scalar);
        };
    }

    private YamlScalar rewritten(YamlScalar scalar) {
        String text = texts.getOrDefault(scalar.place(), scalar.text());
        String kept = literalBraces ? LiteralBraces.escape(text) : text;
        return kept.equals(scalar.text())
                ? scalar
                : new YamlScalar(
                        scalar.place(), scalar.tag(), kept, Type.TEXT, YamlScalar.NOT_VERBATIM);
    }
}
