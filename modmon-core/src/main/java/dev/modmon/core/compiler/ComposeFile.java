package dev.modmon.core.compiler;

import dev.modmon.core.compose.CompiledFileHeader;
import dev.modmon.core.compose.StackFile;
import dev.modmon.core.composition.ComposedText;
import dev.modmon.core.composition.Composition;
import dev.modmon.core.specification.Attribute;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.specification.MappingType;
import dev.modmon.core.specification.Shape;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import dev.modmon.core.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Writes a composition as a file that plain docker runs: `docker compose up`.
///
/// Keys stand in the specification's order, names in that of the master repo; the same composition gives
/// the same bytes. Secrets are variables, which docker takes from its environment.
public final class ComposeFile {
    /// Where the file belongs in a master repo.
    public static final String PATH = "docker-compose.yaml";

    private static final Shape ANYTHING = new Shape.Anything();

    private ComposeFile() {}

    public static String write(CompiledDocument compiled, StackFile.Origin origin) {
        SortedSet<String> variables = new TreeSet<>();
        compiled.secrets().forEach(secret -> variables.add(secret.placeholder()));
        return CompiledFileHeader.of(
                        compiled.name(), origin, "docker compose up --detach", variables)
                + body(compiled.composition(), compiled.name().toString());
    }

    /// The document alone.
    ///
    /// @param name of the Compose project
    static String body(Composition composition, String name) {
        YamlMapping document = composition.document();
        YamlScalar projectName = YamlScalar.text(document.place(), name);
        YamlMapping named = document.with(new Entry("name", document.place(), projectName));
        return YamlWriter.write(fields(named, ComposeSpecification.DOCUMENT));
    }

    private static YamlNode node(YamlNode node, Shape shape) {
        if (node instanceof YamlScalar scalar) {
            return scalar(scalar);
        }
        if (node instanceof YamlSequence list) {
            Shape item = shape.items().map(Shape.Items::item).orElse(ANYTHING);
            List<YamlNode> items = new ArrayList<>(list.items().size());
            list.items().forEach(it -> items.add(node(it, item)));
            return new YamlSequence(list.place(), "", items);
        }
        YamlMapping mapping = (YamlMapping) node;
        return shape.fields()
                .map(it -> fields(mapping, it.type()))
                .orElseGet(() -> named(mapping, shape));
    }

    private static YamlMapping fields(YamlMapping mapping, MappingType type) {
        SequencedMap<String, Entry> ordered = new LinkedHashMap<>();
        for (Attribute attribute : type.attributes()) {
            Entry entry = mapping.byKey().get(attribute.key());
            if (entry != null && !isObsolete(attribute, type)) {
                put(ordered, entry, shortened(node(entry.value(), attribute.shape()), attribute));
            }
        }
        for (Entry entry : mapping.entries()) {
            if (type.attribute(entry.key()) == null) {
                put(ordered, entry, node(entry.value(), ANYTHING));
            }
        }
        return new YamlMapping(mapping.place(), "", ordered);
    }

    /// Compose warns of a `version`.
    private static boolean isObsolete(Attribute attribute, MappingType type) {
        return type == ComposeSpecification.DOCUMENT && attribute.key().equals("version");
    }

    private static YamlMapping named(YamlMapping mapping, Shape shape) {
        Shape value = shape.named().map(Shape.Named::value).orElse(ANYTHING);
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        mapping.entries().forEach(it -> put(entries, it, node(it.value(), value)));
        return new YamlMapping(mapping.place(), "", entries);
    }

    private static void put(SequencedMap<String, Entry> entries, Entry entry, YamlNode value) {
        entries.put(entry.key(), new Entry(entry.key(), entry.place(), value));
    }

    /// `depends_on` and `networks` are lists where names say everything.
    private static YamlNode shortened(YamlNode value, Attribute attribute) {
        boolean names =
                attribute.key().equals("depends_on")
                        || attribute.key().equals("networks")
                                && attribute.shape().items().isPresent();
        if (!names || !(value instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
            return value;
        }
        List<YamlNode> list = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            if (!saysNothing(entry.value())) {
                return value;
            }
            list.add(YamlScalar.text(entry.place(), entry.key()));
        }
        return new YamlSequence(value.place(), "", list);
    }

    /// An empty mapping says what null does, but Compose shows the difference.
    private static boolean saysNothing(YamlNode node) {
        return node.isNull()
                || node instanceof YamlMapping mapping
                        && mapping.entries().size() == 1
                        && mapping.get("condition").orElse(null) instanceof YamlScalar condition
                        && condition.text().equals("service_started");
    }

    /// Docker puts variables in, so every other dollar is doubled.
    private static YamlScalar scalar(YamlScalar scalar) {
        if (scalar.type() != YamlScalar.Type.TEXT) {
            return scalar;
        }
        String text =
                ComposedText.isPattern(scalar) ? scalar.text() : scalar.text().replace("$", "$$");
        return YamlScalar.text(scalar.place(), text);
    }
}
