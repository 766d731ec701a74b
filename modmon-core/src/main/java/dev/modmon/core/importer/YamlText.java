package dev.modmon.core.importer;

import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlScalar.Type;
import dev.modmon.core.yaml.YamlSequence;

/// Writes a tree as block YAML, for documents whose own text cannot be kept.
final class YamlText {
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    static String of(YamlMapping mapping, String indent) {
        YamlText text = new YamlText();
        mapping.entries().forEach(entry -> text.entry(entry, indent));
        return text.text.toString();
    }

    private void entry(Entry entry, String indent) {
        text.append(indent).append(key(entry.key())).append(':');
        value(entry.value(), indent + STEP);
    }

    private static String key(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_.-]*") ? key : Quoted.of(key);
    }

    private void value(YamlNode value, String indent) {
        if (!value.tag().isEmpty()) {
            text.append(' ').append(value.tag());
        }
        switch (value) {
            case YamlScalar scalar -> text.append(scalar(scalar)).append('\n');
            case YamlSequence sequence when sequence.items().isEmpty() -> text.append(" []\n");
            case YamlMapping mapping when mapping.entries().isEmpty() -> text.append(" {}\n");
            case YamlSequence sequence -> {
                text.append('\n');
                for (YamlNode item : sequence.items()) {
                    text.append(indent).append('-');
                    value(item, indent + STEP);
                }
            }
            case YamlMapping mapping -> {
                text.append('\n');
                mapping.entries().forEach(entry -> entry(entry, indent));
            }
        }
    }

    private static String scalar(YamlScalar scalar) {
        if (scalar.type() == Type.NULL) {
            return scalar.text().isEmpty() ? "" : " " + scalar.text();
        }
        return " " + (scalar.type() == Type.TEXT ? Quoted.of(scalar.text()) : scalar.text());
    }
}
