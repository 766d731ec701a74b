package dev.modmon.core.compiler;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.specification.Attribute;
import dev.modmon.core.specification.MappingType;
import dev.modmon.core.specification.Shape;
import dev.modmon.core.specification.SwarmTreatment;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;

/// Tells which keys a Swarm does not keep, each with the reason that the specification has for it.
final class SwarmCheck {
    private final Diagnostics diagnostics;

    SwarmCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// @param owner what the mapping describes
    void check(YamlMapping mapping, MappingType type, String owner) {
        check(mapping, type, new Spot("", owner));
    }

    /// Where in a thing of the project a value is.
    ///
    /// @param path keys from the thing on, with dots between; empty for the thing itself
    private record Spot(String path, String owner) {
        Spot below(String key) {
            return new Spot(path.isEmpty() ? key : path + "." + key, owner);
        }

        @Override
        public String toString() {
            return path.isEmpty() ? owner : "'%s' of %s".formatted(path, owner);
        }
    }

    private void check(YamlMapping mapping, MappingType type, Spot spot) {
        rejectUnknown(mapping, type, spot.toString());
        for (Entry entry : mapping.entries()) {
            Attribute attribute = type.attribute(entry.key());
            if (attribute != null) {
                check(entry, attribute, spot.below(entry.key()));
            }
        }
    }

    private void rejectUnknown(YamlMapping mapping, MappingType type, String owner) {
        YamlFields fields = YamlFields.of(mapping, owner, diagnostics);
        type.keys().forEach(fields::node);
        mapping.entries().stream().map(Entry::key).filter(type::isExtension).forEach(fields::node);
        fields.rejectUnknown();
    }

    private void check(Entry entry, Attribute attribute, Spot spot) {
        SwarmTreatment swarm = attribute.swarm();
        switch (swarm.kind()) {
            case KEPT, TRANSLATED -> descend(entry.value(), attribute.shape(), spot);
            case UNNEEDED -> {}
            case IGNORED -> {
                if (saysSomething(entry.value())) {
                    diagnostics.warning(
                            "compose.ignored",
                            entry.place(),
                            spot + " has no effect in a Swarm.",
                            Sentence.start(swarm.reason()) + ".");
                }
            }
            case REFUSED -> {
                if (!isHarmless(entry.value(), swarm)) {
                    diagnostics.error(
                            "compose.not-in-swarm",
                            entry.place(),
                            "%s cannot be kept in a Swarm: %s.".formatted(spot, swarm.reason()),
                            swarm.hint());
                }
            }
        }
    }

    private void descend(YamlNode node, Shape shape, Spot spot) {
        switch (node) {
            case YamlMapping mapping -> {
                shape.fields().ifPresent(fields -> check(mapping, fields.type(), spot));
                shape.named().ifPresent(named -> descend(mapping, named, spot));
            }
            case YamlSequence list ->
                    shape.items()
                            .ifPresent(items ->
                                    list.items()
                                            .forEach(item -> descend(item, items.item(), spot)));
            case YamlScalar _ -> {}
        }
    }

    private void descend(YamlMapping mapping, Shape.Named named, Spot spot) {
        mapping.entries()
                .forEach(entry -> descend(entry.value(), named.value(), spot.below(entry.key())));
    }

    /// `privileged: false` asks for nothing, unless just that is what cannot be had.
    private static boolean isHarmless(YamlNode node, SwarmTreatment swarm) {
        return swarm.harmless().isEmpty()
                ? !saysSomething(node)
                : node.isNull()
                        || (node instanceof YamlScalar scalar
                                && swarm.harmless().contains(scalar.text()));
    }

    /// Nothing, false and an empty list ask for nothing.
    private static boolean saysSomething(YamlNode node) {
        return switch (node) {
            case YamlSequence list -> !list.items().isEmpty();
            case YamlMapping mapping -> !mapping.entries().isEmpty();
            case YamlScalar scalar -> !scalar.isNull() && !Boolean.FALSE.equals(scalar.toPlain());
        };
    }
}
