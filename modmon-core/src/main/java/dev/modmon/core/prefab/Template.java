package dev.modmon.core.prefab;

import dev.modmon.core.edit.YamlFragment;
import java.util.List;
import java.util.Optional;

/// The parts of a template's file.
final class Template {
    private final YamlFragment whole;

    Template(String text) {
        this.whole = YamlFragment.of(text);
    }

    Optional<YamlFragment> part(String key) {
        return whole.part(key);
    }

    String text(String key) {
        return whole.plain(key).map(String::valueOf).orElse("");
    }

    List<String> lines(String key) {
        return text(key).lines().toList();
    }

    List<String> texts(String key) {
        return whole.plain(key)
                .filter(List.class::isInstance)
                .map(list -> ((List<?>) list).stream().map(String::valueOf).toList())
                .orElse(List.of());
    }
}
