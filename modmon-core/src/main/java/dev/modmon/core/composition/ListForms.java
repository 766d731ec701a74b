package dev.modmon.core.composition;

import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Many Compose keys may be a mapping or a list of its entries as texts; the mapping is the form that
/// merges.
public final class ListForms {
    private static final String STARTED = "service_started";
    private static final Pattern OPEN_VARIABLE =
            Pattern.compile("(?<!\\$)(?<even>(?:\\$\\$)*)\\$\\{[^}]*\\}");

    private ListForms() {}

    /// A list of `KEY=VALUE` as a mapping; an item without a separator has no value. Anything else
    /// stays as it is, and is reported where it is decoded.
    ///
    /// @param separators the first of these characters in an item parts key and value
    public static YamlNode asMapping(YamlNode node, String separators) {
        if (!(node instanceof YamlSequence sequence) || !allTexts(sequence)) {
            return node;
        }
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (YamlNode item : sequence.items()) {
            Entry entry = entry((YamlScalar) item, separators);
            entries.put(entry.key(), entry);
        }
        return new YamlMapping(sequence.place(), sequence.tag(), entries);
    }

    /// A list of dependencies as a mapping, with what holds where nothing is said.
    static YamlNode dependencies(YamlNode node) {
        if (!(node instanceof YamlSequence)
                || !(asMapping(node, "") instanceof YamlMapping names)) {
            return node;
        }
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Entry name : names.entries()) {
            YamlMapping started =
                    YamlMapping.empty(name.place())
                            .with(
                                    new Entry(
                                            "condition",
                                            name.place(),
                                            YamlScalar.text(name.place(), STARTED)));
            entries.put(name.key(), new Entry(name.key(), name.place(), started));
        }
        return new YamlMapping(node.place(), node.tag(), entries);
    }

    /// The values of a mapping as texts, whatever they were.
    static YamlNode texts(YamlNode node) {
        if (!(node instanceof YamlMapping mapping)) {
            return node;
        }
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            boolean other =
                    entry.value() instanceof YamlScalar scalar
                            && scalar.type() != YamlScalar.Type.TEXT
                            && !scalar.isNull();
            entries.put(
                    entry.key(),
                    other
                            ? new Entry(
                                    entry.key(),
                                    entry.place(),
                                    YamlScalar.text(
                                            entry.value().place(),
                                            ((YamlScalar) entry.value()).text()))
                            : entry);
        }
        return new YamlMapping(mapping.place(), mapping.tag(), entries);
    }

    /// The short form of `build`, its context, as the long one.
    static YamlNode build(YamlNode node) {
        if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
            return node;
        }
        return YamlMapping.empty(node.place()).with(new Entry("context", node.place(), scalar));
    }

    /// A single text as a list of one.
    static YamlNode asList(YamlNode node) {
        return node instanceof YamlScalar scalar && !scalar.isNull()
                ? new YamlSequence(node.place(), "", List.of(scalar))
                : node;
    }

    /// A mapping of hosts and addresses as a list of `HOST=ADDRESS`.
    static YamlNode hosts(YamlNode node) {
        if (!(node instanceof YamlMapping mapping)) {
            return node;
        }
        List<YamlNode> hosts = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            if (asList(entry.value()) instanceof YamlSequence addresses) {
                for (YamlNode address : addresses.items()) {
                    String text = address instanceof YamlScalar scalar ? scalar.text() : "";
                    hosts.add(YamlScalar.text(entry.place(), entry.key() + "=" + text));
                }
            }
        }
        return new YamlSequence(node.place(), node.tag(), hosts);
    }

    private static boolean allTexts(YamlSequence sequence) {
        return sequence.items().stream().allMatch(i -> i instanceof YamlScalar && !i.isNull());
    }

    private static Entry entry(YamlScalar item, String separators) {
        String text = item.text();
        for (int i = 0; i < text.length(); i++) {
            if (separators.indexOf(text.charAt(i)) >= 0) {
                YamlScalar value = rest(item, i + 1);
                return new Entry(key(item, text.substring(0, i)), item.place(), value);
            }
        }
        YamlScalar nothing =
                new YamlScalar(item.place(), "", "", YamlScalar.Type.NULL, YamlScalar.NOT_VERBATIM);
        return new Entry(key(item, text), item.place(), nothing);
    }

    /// Keys of a mapping know no variables. One that is left open is most likely empty, so it is here.
    private static String key(YamlScalar item, String text) {
        return ComposedText.isPattern(item)
                ? OPEN_VARIABLE.matcher(text).replaceAll("${even}").replace("$$", "$")
                : text;
    }

    /// The item from this index on, which knows where its characters stand.
    private static YamlScalar rest(YamlScalar item, int from) {
        boolean verbatim = item.lead() != YamlScalar.NOT_VERBATIM;
        return new YamlScalar(
                item.placeAt(from),
                item.tag(),
                item.text().substring(from),
                YamlScalar.Type.TEXT,
                verbatim ? 0 : YamlScalar.NOT_VERBATIM);
    }
}
