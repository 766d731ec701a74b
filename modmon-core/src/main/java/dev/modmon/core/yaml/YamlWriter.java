package dev.modmon.core.yaml;

import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.Locale;
import java.util.Set;

/// Writes nodes as YAML that readers of YAML 1.1 and 1.2 take in one way: `yes`, `22:22`, `0x1`, `1e3` and
/// dates that are text get quotes. No anchors, no tags, no comments; two spaces a level.
public final class YamlWriter {
    private static final String SAFE = "_./@+=-";
    private static final Set<String> RESERVED =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");
    private static final Set<String> UNITS =
            Set.of("h", "m", "s", "ms", "us", "ns", "k", "g", "t", "b", "kb", "mb", "gb");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /// A document, which ends with a line break.
    public static String write(YamlMapping document) {
        YamlWriter writer = new YamlWriter();
        if (document.entries().isEmpty()) {
            return "{}\n";
        }
        writer.mapping(document, 0);
        return writer.out.toString();
    }

    private void mapping(YamlMapping mapping, int indent) {
        boolean first = true;
        for (Entry entry : mapping.entries()) {
            indent(first ? 0 : indent);
            first = false;
            text(entry.key());
            out.append(':');
            value(entry.value(), indent + 2);
        }
    }

    private void sequence(YamlSequence sequence, int indent) {
        for (YamlNode item : sequence.items()) {
            indent(indent);
            out.append('-');
            if (item instanceof YamlMapping mapping && !mapping.entries().isEmpty()) {
                out.append(' ');
                mapping(mapping, indent + 2);
            } else if (item.isNull()) {
                out.append(" null\n");
            } else {
                value(item, indent + 2);
            }
        }
    }

    /// What stands behind a key or a dash, with the line break.
    private void value(YamlNode node, int nested) {
        if (node instanceof YamlMapping mapping) {
            if (mapping.entries().isEmpty()) {
                out.append(" {}\n");
            } else {
                out.append('\n');
                indent(nested);
                mapping(mapping, nested);
            }
        } else if (node instanceof YamlSequence sequence) {
            if (sequence.items().isEmpty()) {
                out.append(" []\n");
            } else {
                out.append('\n');
                sequence(sequence, nested);
            }
        } else {
            scalar((YamlScalar) node, nested);
        }
    }

    private void scalar(YamlScalar scalar, int nested) {
        if (scalar.isNull()) {
            out.append('\n');
            return;
        }
        out.append(' ');
        if (scalar.type() != YamlScalar.Type.TEXT) {
            out.append(scalar.text());
        } else if (isBlock(scalar.text())) {
            block(scalar.text(), nested);
            return;
        } else {
            text(scalar.text());
        }
        out.append('\n');
    }

    private void text(String text) {
        if (isPlain(text)) {
            out.append(text);
        } else {
            quoted(text);
        }
    }

    /// Several lines that read best as they are.
    private static boolean isBlock(String text) {
        int lineBreak = text.indexOf('\n');
        if (lineBreak <= 0 || text.charAt(0) == ' ' || text.endsWith("\n\n")) {
            return false;
        }
        return text.chars()
                .allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f || c > 0xa0 && c < 0xd800);
    }

    private void block(String text, int indent) {
        out.append(text.endsWith("\n") ? "|\n" : "|-\n");
        for (String line : text.split("\n")) {
            if (!line.isEmpty()) {
                indent(indent);
                out.append(line);
            }
            out.append('\n');
        }
    }

    /// Words, paths and amounts that no reader takes for anything else than text.
    private static boolean isPlain(String text) {
        if (text.isEmpty() || RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        char first = text.charAt(0);
        if (!isLetter(first) && first != '/' && !text.startsWith("./")) {
            return isAmount(text);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean separates =
                    (c == ' ' || c == ':') && i + 1 < text.length() && isSafe(text.charAt(i + 1));
            if (!isSafe(c) && !separates) {
                return false;
            }
        }
        return true;
    }

    /// `1m30s`, `64M`: numbers, each with a unit.
    private static boolean isAmount(String text) {
        int at = 0;
        while (at < text.length()) {
            int digits = at;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            int unit = at;
            while (at < text.length() && isLetter(text.charAt(at))) {
                at++;
            }
            String letters = text.substring(unit, at).toLowerCase(Locale.ROOT);
            if (unit == digits || !UNITS.contains(letters)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSafe(char c) {
        return isLetter(c) || isDigit(c) || SAFE.indexOf(c) >= 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void quoted(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    boolean plain =
                            c >= ' ' && c < 0x7f
                                    || c > 0xa0 && c != '\u2028' && c != '\u2029' && c != '\ufeff';
                    if (plain) {
                        out.append(c);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        out.append('"');
    }

    private void indent(int columns) {
        out.repeat(' ', columns);
    }
}
