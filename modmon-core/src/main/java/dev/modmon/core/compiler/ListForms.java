package dev.modmon.core.compiler;

import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;

/// Many Compose keys may be a mapping or a list of its entries as texts; the mapping is the form that
/// merges.
final class ListForms {
    private ListForms() {}

    /// A list of `KEY=VALUE` as a mapping; an item without a separator has no value. Anything else
    /// stays as it is, and is reported where it is decoded.
    ///
    /// @param separators the first of these characters in an item parts key and value
    static YamlNode asMapping(YamlNode node, String separators) {
        if (!(node instanceof YamlSequence sequence) || !allTexts(sequence)) {
            return node;
        }
        YamlMapping mapping = YamlMapping.empty(sequence.place());
        for (YamlNode item : sequence.items()) {
            mapping = mapping.with(entry((YamlScalar) item, separators));
        }
        return new YamlMapping(sequence.place(), sequence.tag(), mapping.byKey());
    }

    private static boolean allTexts(YamlSequence sequence) {
        return sequence.items().stream().allMatch(i -> i instanceof YamlScalar && !i.isNull());
    }

    private static Entry entry(YamlScalar item, String separators) {
        String text = item.text();
        for (int i = 0; i < text.length(); i++) {
            if (separators.indexOf(text.charAt(i)) >= 0) {
                YamlScalar value = rest(item, i + 1);
                return new Entry(text.substring(0, i), item.place(), value);
            }
        }
        YamlScalar nothing =
                new YamlScalar(item.place(), "", "", YamlScalar.Type.NULL, YamlScalar.NOT_VERBATIM);
        return new Entry(text, item.place(), nothing);
    }

    /// The item from this index on, which knows where its characters stand.
    private static YamlScalar rest(YamlScalar item, int from) {
        boolean verbatim = item.lead() != YamlScalar.NOT_VERBATIM;
        return new YamlScalar(
                item.placeAt(from),
                "",
                item.text().substring(from),
                YamlScalar.Type.TEXT,
                verbatim ? 0 : YamlScalar.NOT_VERBATIM);
    }
}
