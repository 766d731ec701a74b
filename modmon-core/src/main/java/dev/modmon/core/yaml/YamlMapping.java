package dev.modmon.core.yaml;

import dev.modmon.core.source.Place;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A mapping with text as keys, in the order of the document. What a merge key brought in comes after
/// the mapping's own entries.
public record YamlMapping(Place place, String tag, SequencedMap<String, Entry> byKey)
        implements YamlNode {
    /// One entry.
    ///
    /// @param place of the key
    public record Entry(String key, Place place, YamlNode value) {}

    public YamlMapping {
        byKey = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byKey));
    }

    public static YamlMapping empty(Place place) {
        return new YamlMapping(place, "", new LinkedHashMap<>());
    }

    public Collection<Entry> entries() {
        return byKey.values();
    }

    public boolean has(String key) {
        return byKey.containsKey(key);
    }

    public Optional<YamlNode> get(String key) {
        return entry(key).map(Entry::value);
    }

    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /// This mapping with one entry added, or put in the place of the one with the same key.
    public YamlMapping with(Entry entry) {
        SequencedMap<String, Entry> changed = new LinkedHashMap<>(byKey);
        changed.put(entry.key(), entry);
        return new YamlMapping(place, tag, changed);
    }

    @Override
    public String kind() {
        return "a mapping";
    }

    @Override
    public Map<String, @Nullable Object> toPlain() {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Entry entry : entries()) {
            plain.put(entry.key(), entry.value().toPlain());
        }
        return Collections.unmodifiableMap(plain);
    }
}
