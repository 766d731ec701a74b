package dev.modmon.core.composition;

import dev.modmon.core.specification.Attribute;
import dev.modmon.core.specification.MappingType;
import dev.modmon.core.specification.MergeRule;
import dev.modmon.core.specification.Shape;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Lays one document over another, as `docker compose -f a -f b` does. What has a form that does not
/// merge is taken from the upper one, and is reported where forms are checked.
final class Overlay {
    private static final String RESET = "!reset";
    private static final String OVERRIDE = "!override";

    private Overlay() {}

    static YamlMapping of(YamlMapping base, YamlMapping over, MappingType type) {
        SequencedMap<String, Entry> merged = new LinkedHashMap<>(base.byKey());
        for (Entry entry : over.entries()) {
            Attribute attribute = type.attribute(entry.key());
            if (attribute == null) {
                replace(merged, entry);
            } else {
                put(merged, entry, attribute.shape(), attribute.merge());
            }
        }
        return new YamlMapping(base.place(), base.tag(), merged);
    }

    /// A tag that says how to merge has done its work once there is nothing below.
    static YamlMapping withoutTags(YamlMapping mapping) {
        return (YamlMapping) untagged(mapping);
    }

    private static YamlNode untagged(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            SequencedMap<String, Entry> entries = new LinkedHashMap<>();
            boolean changed = isOverride(node);
            for (Entry entry : mapping.entries()) {
                if (isReset(entry.value())) {
                    changed = true;
                    continue;
                }
                YamlNode value = untagged(entry.value());
                boolean same = value == entry.value();
                changed |= !same;
                entries.put(
                        entry.key(), same ? entry : new Entry(entry.key(), entry.place(), value));
            }
            return changed ? new YamlMapping(mapping.place(), "", entries) : mapping;
        }
        if (node instanceof YamlSequence sequence) {
            boolean plain =
                    !isOverride(node)
                            && sequence.items().stream()
                                    .allMatch(item -> !isReset(item) && untagged(item) == item);
            return plain
                    ? sequence
                    : new YamlSequence(
                            sequence.place(),
                            "",
                            sequence.items().stream()
                                    .filter(item -> !isReset(item))
                                    .map(Overlay::untagged)
                                    .toList());
        }
        YamlScalar scalar = (YamlScalar) node;
        return isOverride(node)
                ? new YamlScalar(scalar.place(), "", scalar.text(), scalar.type(), scalar.lead())
                : scalar;
    }

    private static boolean isReset(YamlNode node) {
        return node.tag().equals(RESET);
    }

    private static boolean isOverride(YamlNode node) {
        return node.tag().equals(OVERRIDE);
    }

    private static void replace(SequencedMap<String, Entry> merged, Entry entry) {
        if (isReset(entry.value())) {
            merged.remove(entry.key());
        } else {
            merged.put(entry.key(), entry);
        }
    }

    private static void put(
            SequencedMap<String, Entry> merged, Entry entry, Shape shape, MergeRule rule) {
        Entry old = merged.get(entry.key());
        if (old == null || isReset(entry.value()) || isOverride(entry.value())) {
            replace(merged, entry);
            return;
        }
        YamlNode value = merge(old.value(), entry.value(), shape, rule);
        merged.put(
                entry.key(),
                value == old.value() ? old : new Entry(entry.key(), entry.place(), value));
    }

    private static YamlNode merge(YamlNode base, YamlNode over, Shape shape, MergeRule rule) {
        if (rule == MergeRule.REPLACED) {
            return over;
        }
        if (over.isNull() || base.isNull()) {
            return over.isNull() ? base : over;
        }
        return switch (rule) {
            case KEY_VALUES -> keyValues(base, over);
            case NAMES -> usual(names(base, shape), names(over, shape), shape);
            case BUILD -> usual(ListForms.build(base), ListForms.build(over), shape);
            case LOGGING -> sameDriver(base, over) ? usual(base, over, shape) : over;
            case SUBNETS -> subnets(base, over, shape);
            case HOSTS -> append(ListForms.hosts(base), ListForms.hosts(over), rule);
            case DISTINCT, PORTS, MOUNTS, FILES, ENV_FILES ->
                    append(ListForms.asList(base), ListForms.asList(over), rule);
            case USUAL, REPLACED -> usual(base, over, shape);
        };
    }

    private static YamlNode names(YamlNode node, Shape shape) {
        boolean emptyAllowed = shape.named().map(Shape.Named::emptyAllowed).orElse(true);
        return emptyAllowed ? ListForms.asMapping(node, "") : ListForms.dependencies(node);
    }

    private static YamlNode usual(YamlNode base, YamlNode over, Shape shape) {
        if (base instanceof YamlMapping lower && over instanceof YamlMapping upper) {
            return mappings(lower, upper, shape);
        }
        if (base instanceof YamlSequence lower && over instanceof YamlSequence upper) {
            return Distinct.append(lower, upper);
        }
        return over;
    }

    private static YamlNode mappings(YamlMapping base, YamlMapping over, Shape shape) {
        Optional<Shape.Fields> fields = shape.fields();
        if (fields.isPresent()) {
            return of(base, over, fields.get().type());
        }
        Shape value = shape.named().map(Shape.Named::value).orElse(null);
        SequencedMap<String, Entry> merged = new LinkedHashMap<>(base.byKey());
        for (Entry entry : over.entries()) {
            if (value == null || value.scalar().isPresent() && value.fields().isPresent()) {
                replace(merged, entry);
            } else {
                put(merged, entry, value, MergeRule.USUAL);
            }
        }
        return new YamlMapping(base.place(), base.tag(), merged);
    }

    /// `- NAME` and `NAME:` without a value take the place of a value.
    private static YamlNode keyValues(YamlNode base, YamlNode over) {
        YamlNode lower = ListForms.asMapping(base, "=");
        YamlNode upper = ListForms.asMapping(over, "=");
        if (!(lower instanceof YamlMapping from) || !(upper instanceof YamlMapping with)) {
            return over;
        }
        SequencedMap<String, Entry> merged = new LinkedHashMap<>(from.byKey());
        with.entries().forEach(entry -> replace(merged, entry));
        return new YamlMapping(from.place(), "", merged);
    }

    private static YamlNode append(YamlNode base, YamlNode over, MergeRule rule) {
        if (!(base instanceof YamlSequence lower) || !(over instanceof YamlSequence upper)) {
            return over;
        }
        return Distinct.of(Distinct.append(lower, upper), rule);
    }

    private static boolean sameDriver(YamlNode base, YamlNode over) {
        String lower = driver(base);
        String upper = driver(over);
        return lower == null || upper == null || lower.equals(upper);
    }

    private static @Nullable String driver(YamlNode logging) {
        return logging instanceof YamlMapping mapping
                        && mapping.get("driver").orElse(null) instanceof YamlScalar scalar
                ? scalar.text()
                : null;
    }

    /// The upper subnets stand, each over the lower one of the same address.
    private static YamlNode subnets(YamlNode base, YamlNode over, Shape shape) {
        Shape item = shape.items().map(Shape.Items::item).orElse(shape);
        if (!(base instanceof YamlSequence lower) || !(over instanceof YamlSequence upper)) {
            return over;
        }
        return new YamlSequence(
                upper.place(),
                "",
                upper.items().stream()
                        .map(subnet ->
                                lower.items().stream()
                                        .filter(it -> address(it).equals(address(subnet)))
                                        .findFirst()
                                        .map(it -> usual(it, subnet, item))
                                        .orElse(subnet))
                        .toList());
    }

    private static Optional<String> address(YamlNode subnet) {
        return subnet instanceof YamlMapping mapping
                ? mapping.get("subnet")
                        .filter(YamlScalar.class::isInstance)
                        .map(it -> ((YamlScalar) it).text())
                : Optional.empty();
    }
}
