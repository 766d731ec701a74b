package dev.modmon.core.compiler;

import dev.modmon.core.composition.ListForms;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Lays one service's keys over another's, as Compose merges files (compose-spec, "Merge and
/// override"): mappings merge key by key, lists are appended, what runs is replaced, and `!reset` and
/// `!override` do what they say.
final class ComposeMerge {
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");
    private static final Map<String, String> SEPARATORS =
            Map.of(
                    "environment", "=",
                    "labels", "=",
                    "sysctls", "=",
                    "extra_hosts", "=:",
                    "depends_on", "",
                    "networks", "");

    private ComposeMerge() {}

    static YamlMapping merge(YamlMapping base, YamlMapping over) {
        SequencedMap<String, Entry> merged = new LinkedHashMap<>(base.byKey());
        for (Entry entry : over.entries()) {
            Entry old = merged.get(entry.key());
            if (entry.value().tag().equals("!reset")) {
                merged.remove(entry.key());
            } else if (old == null) {
                merged.put(entry.key(), entry);
            } else {
                YamlNode value = merge(entry.key(), old.value(), entry.value());
                merged.put(entry.key(), new Entry(entry.key(), entry.place(), value));
            }
        }
        return new YamlMapping(base.place(), base.tag(), merged);
    }

    private static YamlNode merge(String key, YamlNode base, YamlNode over) {
        if (over.tag().equals("!override") || REPLACED.contains(key)) {
            return over;
        }
        String separators = SEPARATORS.get(key);
        YamlNode from = separators == null ? base : ListForms.asMapping(base, separators);
        YamlNode with = separators == null ? over : ListForms.asMapping(over, separators);
        if (from instanceof YamlMapping lower && with instanceof YamlMapping upper) {
            return merge(lower, upper);
        }
        if (from instanceof YamlSequence lower && with instanceof YamlSequence upper) {
            return append(key, lower, upper);
        }
        return with;
    }

    /// What both lists have is there once. A port or a mount of the upper list takes the place of the
    /// one with the same target.
    private static YamlSequence append(String key, YamlSequence base, YamlSequence over) {
        Set<Object> replaced = new HashSet<>();
        over.items().forEach(item -> replaced.addAll(identities(key, item)));
        List<YamlNode> items = new ArrayList<>();
        for (YamlNode item : base.items()) {
            if (!replaced.containsAll(identities(key, item))) {
                items.add(item);
            }
        }
        items.addAll(over.items());
        return new YamlSequence(over.place(), over.tag(), items);
    }

    private static List<?> identities(String key, YamlNode item) {
        Diagnostics unheard = new Diagnostics();
        List<?> found =
                switch (key) {
                    case "ports" -> PortDecoder.identities(item, unheard);
                    case "volumes" -> MountDecoder.identities(item, unheard);
                    default -> List.of();
                };
        return found.isEmpty() ? List.of(String.valueOf(item.toPlain())) : found;
    }
}
