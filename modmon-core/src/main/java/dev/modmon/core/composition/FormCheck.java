package dev.modmon.core.composition;

import dev.modmon.core.compose.ComposeDuration;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Holds a merged document against the specification. What is wrong is reported and left out, so that
/// nobody stumbles over it again; what has several forms gets the one that is easiest to go on with:
/// `KEY=VALUE` lists and lists of names become mappings, and no list says the same thing twice.
final class FormCheck {
    private static final Locale ROOT = Locale.ROOT;

    private final Diagnostics diagnostics;

    FormCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    YamlMapping document(YamlMapping document) {
        YamlMapping checked =
                mapping(document, ComposeSpecification.DOCUMENT, Owner.of("the Compose file"));
        return checked == null ? YamlMapping.empty(document.place()) : checked;
    }

    /// Null when a key that it must have is missing or wrong.
    private @Nullable YamlMapping mapping(YamlMapping mapping, MappingType type, Owner owner) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        boolean changed = false;
        boolean sound = true;
        for (Entry entry : mapping.entries()) {
            YamlNode value = checked(entry, type, owner);
            if (value != null) {
                boolean same = value == entry.value();
                entries.put(
                        entry.key(), same ? entry : new Entry(entry.key(), entry.place(), value));
                changed |= !same;
            } else {
                changed = true;
            }
        }
        for (Attribute attribute : type.attributes()) {
            if (attribute.required() && !entries.containsKey(attribute.key())) {
                sound = false;
                reportMissing(attribute.key(), mapping, owner);
            }
        }
        if (!sound) {
            return null;
        }
        return changed ? new YamlMapping(mapping.place(), mapping.tag(), entries) : mapping;
    }

    /// Null for what is left out.
    private @Nullable YamlNode checked(Entry entry, MappingType type, Owner owner) {
        if (type.isExtension(entry.key())) {
            return entry.value();
        }
        Attribute attribute = type.attribute(entry.key());
        if (attribute == null) {
            diagnostics.error(
                    "config.unknown-key",
                    entry.place(),
                    "Unknown key '%s' in %s.".formatted(entry.key(), owner.words()),
                    DidYouMean.hint(entry.key(), type.keys(), "keys here"));
            return null;
        }
        if (entry.value().isNull()) {
            return null;
        }
        if (type == ComposeSpecification.DOCUMENT
                && attribute.shape() instanceof Shape.Named named
                && entry.value() instanceof YamlMapping section) {
            return section(section, named, entry.key());
        }
        YamlNode value = value(entry.value(), attribute.shape(), owner.key(entry.key()));
        return value == null ? null : settled(value, attribute);
    }

    /// `services`, `networks` and the like: what is in them has a name.
    private YamlMapping section(YamlMapping section, Shape.Named named, String key) {
        String kind = key.substring(0, key.length() - 1);
        return names(section, named, null, kind);
    }

    /// @param owner of the names; null when they own what is under them
    private YamlMapping names(
            YamlMapping mapping, Shape.Named named, @Nullable Owner owner, String kind) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        boolean changed = false;
        for (Entry entry : mapping.entries()) {
            Owner of =
                    owner == null
                            ? Owner.of("%s '%s'".formatted(kind, entry.key()))
                            : owner.key(entry.key());
            YamlNode value = named(entry, named, of);
            boolean same = value == entry.value();
            changed |= !same;
            if (value != null) {
                entries.put(
                        entry.key(), same ? entry : new Entry(entry.key(), entry.place(), value));
            }
        }
        return changed ? new YamlMapping(mapping.place(), mapping.tag(), entries) : mapping;
    }

    private @Nullable YamlNode named(Entry entry, Shape.Named named, Owner owner) {
        if (!entry.value().isNull()) {
            return value(entry.value(), named.value(), owner);
        }
        if (named.emptyAllowed()) {
            return entry.value();
        }
        return named.value().fields().isPresent()
                ? mapping(
                        YamlMapping.empty(entry.place()),
                        named.value().fields().get().type(),
                        owner)
                : value(entry.value(), named.value(), owner);
    }

    /// Null when it has none of the forms.
    private @Nullable YamlNode value(YamlNode node, Shape shape, Owner owner) {
        if (shape instanceof Shape.Anything) {
            return node;
        }
        if (node instanceof YamlScalar scalar) {
            Optional<Shape.Scalar> form = shape.scalar();
            return form.isPresent()
                    ? scalar(scalar, form.get(), shape, owner)
                    : wrong(node, shape, owner);
        }
        if (node instanceof YamlSequence sequence) {
            Optional<Shape.Items> items = shape.items();
            return items.isPresent()
                    ? items(sequence, items.get().item(), owner)
                    : wrong(node, shape, owner);
        }
        YamlMapping mapping = (YamlMapping) node;
        Optional<Shape.Fields> fields = shape.fields();
        if (fields.isPresent()) {
            return mapping(mapping, fields.get().type(), owner);
        }
        Optional<Shape.Named> named = shape.named();
        return named.isPresent()
                ? names(mapping, named.get(), owner, "")
                : wrong(node, shape, owner);
    }

    private YamlSequence items(YamlSequence sequence, Shape shape, Owner owner) {
        List<YamlNode> items = new ArrayList<>(sequence.items().size());
        boolean changed = false;
        for (YamlNode item : sequence.items()) {
            YamlNode checked = value(item, shape, owner.item());
            changed |= checked != item;
            if (checked != null) {
                items.add(checked);
            }
        }
        return changed ? new YamlSequence(sequence.place(), sequence.tag(), items) : sequence;
    }

    /// The form to go on with.
    private static YamlNode settled(YamlNode value, Attribute attribute) {
        return switch (attribute.merge()) {
            case KEY_VALUES -> ListForms.texts(ListForms.asMapping(value, "="));
            case NAMES ->
                    attribute.shape().named().map(Shape.Named::emptyAllowed).orElse(true)
                            ? ListForms.asMapping(value, "")
                            : ListForms.dependencies(value);
            case DISTINCT, PORTS, MOUNTS, FILES, ENV_FILES, HOSTS ->
                    value instanceof YamlSequence list
                            ? Distinct.of(list, attribute.merge())
                            : value;
            case USUAL, REPLACED, BUILD, LOGGING, SUBNETS -> value;
        };
    }

    private @Nullable YamlNode scalar(
            YamlScalar scalar, Shape.Scalar form, Shape shape, Owner owner) {
        if (ComposedText.isPattern(scalar)) {
            return scalar;
        }
        if (!takes(form.form(), scalar.type())) {
            return wrong(scalar, shape, owner);
        }
        if (!form.choices().isEmpty() && !form.choices().contains(scalar.text())) {
            diagnostics.error(
                    "config.bad-value",
                    scalar.place(),
                    "%s must be %s, but this is '%s'."
                            .formatted(capital(owner), oneOf(form.choices()), scalar.text()),
                    DidYouMean.nearest(scalar.text(), form.choices())
                            .map("Did you mean '%s'?"::formatted)
                            .orElse(""));
            return null;
        }
        if (form.form() == ScalarForm.DURATION && ComposeDuration.parse(scalar.text()).isEmpty()) {
            return bad(scalar, form.form(), owner);
        }
        return scalar;
    }

    private static boolean takes(ScalarForm form, Type type) {
        return switch (type) {
            case TEXT -> form.takesText();
            case INTEGER -> form.takesInteger() || form.takesFraction();
            case FLOAT -> form.takesFraction();
            case BOOLEAN -> form.takesBoolean();
            case NULL -> form.takesNothing();
        };
    }

    private @Nullable YamlNode bad(YamlScalar scalar, ScalarForm form, Owner owner) {
        diagnostics.error(
                "config.bad-value",
                scalar.place(),
                "%s must be %s, but this is '%s'."
                        .formatted(capital(owner), form.words(), scalar.text()),
                "");
        return null;
    }

    private @Nullable YamlNode wrong(YamlNode node, Shape shape, Owner owner) {
        String found =
                node instanceof YamlScalar scalar && !scalar.isNull()
                        ? "'%s'".formatted(scalar.text())
                        : node.kind();
        boolean quotable =
                node instanceof YamlScalar scalar
                        && !scalar.isNull()
                        && shape.scalar().filter(FormCheck::takesAnyText).isPresent();
        diagnostics.error(
                "config.wrong-type",
                node.place(),
                "%s must be %s, but this is %s.".formatted(capital(owner), words(shape), found),
                quotable ? "Put it in quotes." : "");
        return null;
    }

    private static boolean takesAnyText(Shape.Scalar shape) {
        return shape.form().takesText()
                && shape.form() != ScalarForm.DURATION
                && shape.choices().isEmpty();
    }

    private static String words(Shape shape) {
        if (shape instanceof Shape.Either either) {
            return String.join(" or ", either.forms().stream().map(FormCheck::words).toList());
        }
        if (shape instanceof Shape.Scalar scalar) {
            return scalar.choices().isEmpty() ? scalar.form().words() : oneOf(scalar.choices());
        }
        return shape instanceof Shape.Items ? "a list" : "a mapping";
    }

    private static String oneOf(List<String> choices) {
        return (choices.size() == 1 ? "" : "one of ") + String.join(", ", choices);
    }

    private void reportMissing(String key, YamlMapping mapping, Owner owner) {
        if (mapping.get(key).filter(it -> !it.isNull()).isPresent()) {
            return;
        }
        diagnostics.error(
                "config.missing-key",
                mapping.place(),
                "Key '%s' is missing in %s.".formatted(key, owner.words()),
                "Add '%s:'.".formatted(key));
    }

    private static String capital(Owner owner) {
        String words = owner.words();
        return words.substring(0, 1).toUpperCase(ROOT) + words.substring(1);
    }
}
