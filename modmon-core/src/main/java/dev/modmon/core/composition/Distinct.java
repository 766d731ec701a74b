package dev.modmon.core.composition;

import dev.modmon.core.specification.MergeRule;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists whose items have an identity: of two with the same one, the later stands in the place of the
/// earlier.
final class Distinct {
    private Distinct() {}

    static YamlSequence append(YamlSequence base, YamlSequence over) {
        List<YamlNode> items = new ArrayList<>(base.items());
        items.addAll(over.items());
        return new YamlSequence(base.place(), base.tag(), items);
    }

    /// A range of ports is only taken apart when one of them is there twice.
    static YamlSequence of(YamlSequence list, MergeRule rule) {
        if (list.items().size() < 2) {
            return list;
        }
        YamlSequence whole = byIdentity(list, list.items(), rule);
        if (rule != MergeRule.PORTS) {
            return whole;
        }
        List<YamlNode> single =
                whole.items().stream().flatMap(item -> Ports.singles(item).stream()).toList();
        YamlSequence distinct = byIdentity(list, single, rule);
        return distinct.items().size() == single.size() ? whole : distinct;
    }

    private static YamlSequence byIdentity(
            YamlSequence list, List<YamlNode> items, MergeRule rule) {
        List<YamlNode> kept = new ArrayList<>(items.size());
        Map<String, Integer> places = new HashMap<>();
        for (YamlNode item : items) {
            Optional<String> identity = identity(item, rule);
            Integer place = identity.map(places::get).orElse(null);
            if (place == null) {
                identity.ifPresent(it -> places.put(it, kept.size()));
                kept.add(item);
            } else {
                kept.set(place, item);
            }
        }
        return kept.size() == list.items().size() && items == list.items()
                ? list
                : new YamlSequence(list.place(), list.tag(), kept);
    }

    private static Optional<String> identity(YamlNode item, MergeRule rule) {
        return switch (rule) {
            case PORTS -> Optional.of(Ports.identity(item));
            case MOUNTS -> target(item).map(Paths::cleaned);
            case FILES -> file(item);
            case ENV_FILES -> path(item);
            case HOSTS -> text(item);
            case DISTINCT, KEY_VALUES -> text(item).map(text -> text.split("=", 2)[0]);
            case USUAL, REPLACED, NAMES, BUILD, LOGGING, SUBNETS -> Optional.empty();
        };
    }

    private static Optional<String> target(YamlNode item) {
        return text(item).map(text -> MountText.of(text).target()).or(() -> field(item, "target"));
    }

    private static Optional<String> file(YamlNode item) {
        return field(item, "target").or(() -> field(item, "source")).or(() -> text(item));
    }

    private static Optional<String> path(YamlNode item) {
        return field(item, "path").or(() -> text(item));
    }

    private static Optional<String> text(YamlNode node) {
        return node instanceof YamlScalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : Optional.empty();
    }

    private static Optional<String> field(YamlNode item, String key) {
        return item instanceof YamlMapping mapping
                ? mapping.get(key).flatMap(Distinct::text)
                : Optional.empty();
    }
}
