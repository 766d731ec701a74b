package dev.modmon.core.yaml;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlScalar.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the fields of one mapping. Each getter tells a wrong type as a diagnostic and answers empty;
/// a null value counts as absent. The keys asked for are the keys known: [#rejectUnknown] reports the
/// others, so call it last.
public final class YamlFields {
    private final YamlMapping mapping;
    private final String owner;
    private final Diagnostics diagnostics;
    private final Set<String> known = new LinkedHashSet<>();

    private YamlFields(YamlMapping mapping, String owner, Diagnostics diagnostics) {
        this.mapping = mapping;
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// @param owner what the mapping describes, for messages: `environment 'staging'`
    public static YamlFields of(YamlMapping mapping, String owner, Diagnostics diagnostics) {
        return new YamlFields(mapping, owner, diagnostics);
    }

    /// The fields of a node that should be a mapping; nothing (null) has no fields.
    public static YamlFields of(YamlNode node, String owner, Diagnostics diagnostics) {
        return new YamlFields(mappingOf(node, owner, diagnostics), owner, diagnostics);
    }

    /// The node as a mapping; nothing (null) is an empty one, anything else is reported.
    public static YamlMapping mappingOf(YamlNode node, String what, Diagnostics diagnostics) {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        if (!node.isNull()) {
            wrongType(what, node, "a mapping", diagnostics);
        }
        return YamlMapping.empty(node.place());
    }

    public Place place() {
        return mapping.place();
    }

    /// Where the key stands, or else the mapping.
    public Place placeOf(String key) {
        return mapping.entry(key).map(Entry::place).orElse(mapping.place());
    }

    /// The node under this key, whatever it is, unless it is null.
    public Optional<YamlNode> node(String key) {
        known.add(key);
        return mapping.get(key).filter(node -> !node.isNull());
    }

    /// Text; numbers and booleans as they are spelled.
    public Optional<Located<String>> text(String key) {
        return node(key).flatMap(node -> textOf(node, named(key)));
    }

    public Optional<Located<String>> requiredText(String key) {
        Optional<Located<String>> text = text(key);
        if (node(key).isEmpty()) {
            missing(key);
        }
        return text;
    }

    /// Text that a type accepts; the message of its [IllegalArgumentException] is the diagnostic's.
    public <T> Optional<Located<T>> parsed(String key, Function<String, T> parser) {
        return text(key).flatMap(text -> parse(text, parser));
    }

    /// One text or a list of texts.
    public List<Located<String>> texts(String key) {
        Optional<YamlNode> found = node(key);
        List<Located<String>> texts = new ArrayList<>();
        if (found.isPresent() && found.get() instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                textOf(item, "each item of " + named(key)).ifPresent(texts::add);
            }
        } else {
            found.flatMap(node -> textOf(node, named(key))).ifPresent(texts::add);
        }
        return List.copyOf(texts);
    }

    public Optional<Boolean> bool(String key) {
        return node(key)
                .flatMap(node -> {
                    if (node.toPlain() instanceof Boolean value) {
                        return Optional.of(value);
                    }
                    wrongType(named(key), node, "true or false", diagnostics);
                    return Optional.empty();
                });
    }

    /// A whole number within bounds.
    public Optional<Integer> integer(String key, int least, int most) {
        return node(key)
                .flatMap(node -> {
                    if (node.toPlain() instanceof Long value && value >= least && value <= most) {
                        return Optional.of(value.intValue());
                    }
                    String expected = "a whole number from %d to %d".formatted(least, most);
                    wrongType(named(key), node, expected, diagnostics);
                    return Optional.empty();
                });
    }

    public Optional<YamlMapping> mapping(String key) {
        return node(key).map(node -> mappingOf(node, named(key), diagnostics));
    }

    /// The entries of the mapping under this key; none when it is absent.
    public Collection<Entry> entries(String key) {
        return mapping(key).map(YamlMapping::entries).orElse(List.of());
    }

    /// The items of the list under this key; none when it is absent.
    public List<YamlNode> items(String key) {
        Optional<YamlNode> found = node(key);
        if (found.isPresent() && found.get() instanceof YamlSequence sequence) {
            return sequence.items();
        }
        found.ifPresent(node -> wrongType(named(key), node, "a list", diagnostics));
        return List.of();
    }

    /// Applies a type's own grammar to text that was read already.
    public <T> Optional<Located<T>> parse(Located<String> text, Function<String, T> parser) {
        return parse(text, parser, diagnostics);
    }

    /// Applies a type's own grammar to a text; the message of its [IllegalArgumentException] is the
    /// diagnostic's.
    public static <T> Optional<Located<T>> parse(
            Located<String> text, Function<String, T> parser, Diagnostics diagnostics) {
        try {
            return Optional.of(new Located<>(parser.apply(text.value()), text.place()));
        } catch (IllegalArgumentException e) {
            diagnostics.error("config.bad-value", text.place(), String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }

    /// Reports that this key must be there.
    public void missing(String key) {
        diagnostics.error(
                "config.missing-key",
                mapping.place(),
                "Key '%s' is missing in %s.".formatted(key, owner),
                "Add '%s:'.".formatted(key));
    }

    /// Reports every key that was never asked for.
    public void rejectUnknown() {
        for (Entry entry : mapping.entries()) {
            if (diagnostics.isFull()) {
                return;
            }
            if (!known.contains(entry.key())) {
                diagnostics.error(
                        "config.unknown-key",
                        entry.place(),
                        "Unknown key '%s' in %s.".formatted(entry.key(), owner),
                        DidYouMean.hint(entry.key(), known, "keys here"));
            }
        }
    }

    private String named(String key) {
        return "'%s' in %s".formatted(key, owner);
    }

    private Optional<Located<String>> textOf(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar && scalar.type() != Type.NULL) {
            return Optional.of(new Located<>(scalar.text(), scalar.place()));
        }
        wrongType(what, node, "text", diagnostics);
        return Optional.empty();
    }

    private static void wrongType(
            String what, YamlNode node, String expected, Diagnostics diagnostics) {
        String capital =
                what.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + what.substring(1);
        String found =
                node instanceof YamlScalar scalar && scalar.type() != Type.NULL
                        ? "'%s'".formatted(scalar.text())
                        : node.kind();
        diagnostics.error(
                "config.wrong-type",
                node.place(),
                "%s must be %s, but this is %s.".formatted(capital, expected, found),
                "");
    }
}
