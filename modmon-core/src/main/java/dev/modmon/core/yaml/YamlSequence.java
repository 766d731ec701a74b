package dev.modmon.core.yaml;

import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list.
public record YamlSequence(Place place, String tag, List<YamlNode> items) implements YamlNode {
    public YamlSequence {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }

    @Override
    public List<@Nullable Object> toPlain() {
        List<@Nullable Object> plain = new ArrayList<>();
        for (YamlNode item : items) {
            plain.add(item.toPlain());
        }
        return Collections.unmodifiableList(plain);
    }
}
