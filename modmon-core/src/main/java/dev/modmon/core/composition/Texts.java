package dev.modmon.core.composition;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.specification.Attribute;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.specification.MappingType;
import dev.modmon.core.specification.ScalarForm;
import dev.modmon.core.specification.Shape;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlScalar.Type;
import dev.modmon.core.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Resolves all texts of one document, and types those that stand where a number, true or false is wanted.
final class Texts {
    private static final String RESET = "!reset";
    private static final Shape ANYTHING = new Shape.Anything();
    private static final int LONGEST_NUMBER = 40;

    private final TextResolution resolution;
    private final Function<String, TextScope> scopes;
    private final Diagnostics diagnostics;

    /// @param scopes of a service by its name, and of all else by the empty name
    Texts(TextResolution resolution, Function<String, TextScope> scopes, Diagnostics diagnostics) {
        this.resolution = resolution;
        this.scopes = scopes;
        this.diagnostics = diagnostics;
    }

    YamlMapping document(YamlMapping document) {
        Walk common = new Walk(scopes.apply(""), Owner.of(""));
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : document.entries()) {
            boolean services =
                    entry.key().equals("services") && entry.value() instanceof YamlMapping;
            YamlNode value =
                    services
                            ? services((YamlMapping) entry.value())
                            : common.value(entry, ComposeSpecification.DOCUMENT, false);
            entries.put(entry.key(), new Entry(entry.key(), entry.place(), value));
        }
        return new YamlMapping(document.place(), document.tag(), entries);
    }

    private YamlMapping services(YamlMapping services) {
        Shape service = new Shape.Fields(ComposeSpecification.SERVICE);
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : services.entries()) {
            Walk walk =
                    new Walk(
                            scopes.apply(entry.key()),
                            Owner.of("service '%s'".formatted(entry.key())));
            entries.put(
                    entry.key(),
                    new Entry(
                            entry.key(), entry.place(), walk.node(entry.value(), service, false)));
        }
        return new YamlMapping(services.place(), services.tag(), entries);
    }

    /// Texts that share a scope.
    private final class Walk {
        private final TextScope scope;
        private final Owner owner;

        Walk(TextScope scope, Owner owner) {
            this.scope = scope;
            this.owner = owner;
        }

        /// @param secrets whether a secret may be part of the texts
        YamlNode node(YamlNode node, Shape shape, boolean secrets) {
            if (node.tag().equals(RESET)) {
                return node;
            }
            if (node instanceof YamlScalar scalar) {
                return scalar(scalar, shape.scalar().orElse(null), secrets);
            }
            if (node instanceof YamlSequence sequence) {
                Shape item = shape.items().map(Shape.Items::item).orElse(ANYTHING);
                return sequence(sequence, item, secrets);
            }
            return mapping((YamlMapping) node, shape, secrets);
        }

        YamlNode value(Entry entry, MappingType type, boolean secrets) {
            Attribute attribute = type.attribute(entry.key());
            Shape shape = attribute == null ? ANYTHING : attribute.shape();
            return node(entry.value(), shape, secrets || mayHoldSecrets(type, entry.key()));
        }

        private YamlNode sequence(YamlSequence sequence, Shape shape, boolean secrets) {
            List<YamlNode> items = new ArrayList<>(sequence.items().size());
            boolean changed = false;
            for (YamlNode item : sequence.items()) {
                YamlNode resolved = node(item, shape, secrets);
                items.add(resolved);
                changed |= resolved != item;
            }
            return changed ? new YamlSequence(sequence.place(), sequence.tag(), items) : sequence;
        }

        private YamlNode mapping(YamlMapping mapping, Shape shape, boolean secrets) {
            Shape.Fields fields = shape.fields().orElse(null);
            Shape value = shape.named().map(Shape.Named::value).orElse(ANYTHING);
            SequencedMap<String, Entry> entries = new LinkedHashMap<>();
            boolean changed = false;
            for (Entry entry : mapping.entries()) {
                YamlNode resolved =
                        fields != null
                                ? value(entry, fields.type(), secrets)
                                : node(entry.value(), value, secrets);
                boolean same = resolved == entry.value();
                entries.put(
                        entry.key(),
                        same ? entry : new Entry(entry.key(), entry.place(), resolved));
                changed |= !same;
            }
            return changed ? new YamlMapping(mapping.place(), mapping.tag(), entries) : mapping;
        }

        private YamlScalar scalar(
                YamlScalar scalar, Shape.@Nullable Scalar shape, boolean secrets) {
            YamlScalar resolved =
                    scalar.type() == Type.TEXT ? resolution.resolve(scalar, scope) : scalar;
            if (ComposedText.isSecret(resolved) && !secrets) {
                diagnostics.error(
                        "compose.secret-outside-environment",
                        scalar.place(),
                        "A secret may only be in 'environment', but this is another key%s."
                                .formatted(owner.words().isEmpty() ? "" : " of " + owner.words()),
                        "Give the container a variable, and let it read that.");
                return scalar;
            }
            if (ComposedText.isPattern(resolved)) {
                return resolved;
            }
            YamlScalar read = GoScalar.of(resolved);
            if (shape == null) {
                return read;
            }
            if (shape.form() == ScalarForm.VALUE) {
                warnOfNumber(scalar, read);
            }
            return typed(read, shape);
        }

        /// `1.10` is a number to Compose, and numbers have no last zero.
        private void warnOfNumber(YamlScalar written, YamlScalar read) {
            boolean number = read.type() == Type.INTEGER || read.type() == Type.FLOAT;
            if (number && !read.text().equals(written.text())) {
                diagnostics.warning(
                        "compose.number",
                        written.place(),
                        "Without quotes %s is a number, which is passed on as '%s'."
                                .formatted(written.text(), read.text()),
                        "Put it in quotes to have it as it is written.");
            }
        }
    }

    private static boolean mayHoldSecrets(MappingType type, String key) {
        boolean content =
                type == ComposeSpecification.CONFIG || type == ComposeSpecification.SECRET;
        return type == ComposeSpecification.SERVICE && key.equals("environment")
                || content && key.equals("content");
    }

    /// Text where something else is wanted, be it quoted or out of a variable.
    private static YamlScalar typed(YamlScalar scalar, Shape.Scalar shape) {
        if (scalar.type() != Type.TEXT || shape.form().takesText()) {
            return scalar;
        }
        if (shape.form() == ScalarForm.BOOLEAN) {
            String truth = truth(scalar.text().toLowerCase(Locale.ROOT));
            return truth.isEmpty() ? scalar : retyped(scalar, truth, Type.BOOLEAN);
        }
        if (isWhole(scalar.text())) {
            return retyped(scalar, new BigInteger(scalar.text()).toString(), Type.INTEGER);
        }
        return shape.form().takesFraction() && isFraction(scalar.text())
                ? retyped(scalar, scalar.text(), Type.FLOAT)
                : scalar;
    }

    private static String truth(String text) {
        return switch (text) {
            case "true", "y", "yes", "on" -> "true";
            case "false", "n", "no", "off" -> "false";
            default -> "";
        };
    }

    private static YamlScalar retyped(YamlScalar scalar, String text, Type type) {
        return new YamlScalar(scalar.place(), scalar.tag(), text, type, YamlScalar.NOT_VERBATIM);
    }

    private static boolean isWhole(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start && text.length() < LONGEST_NUMBER;
    }

    private static boolean isFraction(String text) {
        if (text.isEmpty()
                || text.length() > LONGEST_NUMBER
                || text.chars().anyMatch(Texts::isOdd)) {
            return false;
        }
        try {
            return !Double.isInfinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// Java reads hexadecimal numbers and suffixes too.
    private static boolean isOdd(int c) {
        return "0123456789+-.eE".indexOf(c) < 0;
    }
}
