package dev.modmon.core.edit;

import java.util.List;
import java.util.stream.Stream;

/// The keys that lead from the root of a YAML file to an entry, such as `swarm.services.redis`.
public record YamlPath(List<String> keys) {
    public YamlPath {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A path has at least one key.");
        }
    }

    public static YamlPath of(String... keys) {
        return new YamlPath(List.of(keys));
    }

    /// The path of an entry below this one.
    public YamlPath then(String key) {
        return new YamlPath(Stream.concat(keys.stream(), Stream.of(key)).toList());
    }

    String last() {
        return keys.getLast();
    }

    /// The first of its keys, as far as this many.
    String upTo(int count) {
        return String.join(".", keys.subList(0, count));
    }

    @Override
    public String toString() {
        return String.join(".", keys);
    }
}
