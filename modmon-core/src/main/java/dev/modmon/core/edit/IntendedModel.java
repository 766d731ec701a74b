package dev.modmon.core.edit;

import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a document is to mean after an edit, and whether another means the same.
final class IntendedModel {
    private IntendedModel() {}

    static Optional<YamlNode> find(YamlNode node, List<String> keys) {
        Optional<YamlNode> found = Optional.of(node);
        for (String key : keys) {
            found =
                    found.filter(YamlMapping.class::isInstance)
                            .flatMap(it -> ((YamlMapping) it).get(key));
        }
        return found;
    }

    static YamlNode with(YamlNode node, List<String> keys, YamlNode value) {
        if (keys.isEmpty()) {
            return value;
        }
        YamlMapping mapping = mapping(node);
        String key = keys.getFirst();
        YamlNode old = mapping.get(key).orElseGet(() -> YamlMapping.empty(node.place()));
        YamlNode changed = with(old, keys.subList(1, keys.size()), value);
        return mapping.with(new Entry(key, node.place(), changed));
    }

    static YamlNode without(YamlNode node, List<String> keys) {
        YamlMapping mapping = mapping(node);
        String key = keys.getFirst();
        if (keys.size() > 1) {
            YamlNode changed =
                    without(mapping.get(key).orElseThrow(), keys.subList(1, keys.size()));
            return mapping.with(new Entry(key, node.place(), changed));
        }
        SequencedMap<String, Entry> rest = new LinkedHashMap<>(mapping.byKey());
        rest.remove(key);
        return new YamlMapping(mapping.place(), mapping.tag(), rest);
    }

    /// Nothing (null) has no entries.
    private static YamlMapping mapping(YamlNode node) {
        return node instanceof YamlMapping mapping ? mapping : YamlMapping.empty(node.place());
    }

    /// The same tags, texts, types and keys; places and the order of keys do not count.
    static boolean isSame(YamlNode one, YamlNode other) {
        return one.tag().equals(other.tag())
                && switch (one) {
                    case YamlScalar scalar ->
                            other instanceof YamlScalar it
                                    && scalar.type() == it.type()
                                    && (scalar.isNull() || scalar.text().equals(it.text()));
                    case YamlSequence list ->
                            other instanceof YamlSequence it && isSame(list.items(), it.items());
                    case YamlMapping mapping ->
                            other instanceof YamlMapping it && isSame(mapping, it);
                };
    }

    private static boolean isSame(List<YamlNode> some, List<YamlNode> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!isSame(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(YamlMapping one, YamlMapping other) {
        return one.byKey().keySet().equals(other.byKey().keySet())
                && one.entries().stream()
                        .allMatch(it -> isSame(it.value(), other.get(it.key()).orElseThrow()));
    }
}
