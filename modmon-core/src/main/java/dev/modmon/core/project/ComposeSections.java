package dev.modmon.core.project;

import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Parts of a Compose file that stand in Modmon's own, kept as they are.
final class ComposeSections {
    private static final List<String> OTHERS = List.of("include", "models");
    private static final List<String> OVERRIDABLE =
            List.of("networks", "volumes", "configs", "secrets", "models");

    private ComposeSections() {}

    /// What `swarm` has besides services and the usual resources.
    static YamlMapping others(YamlFields fields, YamlMapping mapping) {
        return kept(fields, mapping, OTHERS);
    }

    /// What an environment has besides services.
    static YamlMapping overrides(YamlFields fields, YamlMapping mapping) {
        return kept(fields, mapping, OVERRIDABLE);
    }

    /// `x-` keys are for anchors, and for whatever the user likes.
    static void allowExtensions(YamlFields fields, YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            kept(fields, mapping, List.of());
        }
    }

    private static YamlMapping kept(YamlFields fields, YamlMapping mapping, List<String> keys) {
        SequencedMap<String, Entry> kept = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            if (keys.contains(entry.key()) || entry.key().startsWith("x-")) {
                fields.node(entry.key());
                kept.put(entry.key(), entry);
            }
        }
        keys.forEach(fields::node);
        return new YamlMapping(mapping.place(), "", kept);
    }
}
