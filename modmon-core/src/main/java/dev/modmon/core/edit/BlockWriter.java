package dev.modmon.core.edit;

import dev.modmon.core.edit.Span.Entry;
import dev.modmon.core.edit.Span.Kind;
import java.util.ArrayList;
import java.util.List;

/// Writes a fragment's values as lines in block style.
final class BlockWriter {
    private final Lines source;
    private final Layout layout;
    private final List<String> lines = new ArrayList<>();

    private BlockWriter(String source, Layout layout) {
        this.source = new Lines(source);
        this.layout = layout;
    }

    /// The lines of an entry with this fragment as its value.
    static List<String> entry(String key, YamlFragment fragment, int column, Layout layout) {
        BlockWriter writer = new BlockWriter(fragment.text(), layout);
        String head = " ".repeat(column) + YamlText.of(key) + ":";
        SpanReader.read(fragment.text())
                .ifPresentOrElse(
                        value -> writer.value(head, value, column), () -> writer.lines.add(head));
        return writer.lines;
    }

    /// The lines of a value alone, below its key; empty when it has to stand behind the key.
    static List<String> below(YamlFragment fragment, int column, Layout layout) {
        List<String> lines = entry("k", fragment, column, layout);
        return lines.subList(1, lines.size());
    }

    /// What stands behind the key's colon.
    static String behind(YamlFragment fragment, int column, Layout layout) {
        return entry("k", fragment, column, layout).getFirst().substring(column + 2);
    }

    /// @param head what stands before the value in its line
    /// @param column of the key that the value belongs to
    private void value(String head, Span value, int column) {
        if (value.isMapping() && value.isBlock()) {
            lines.add(head);
            entries(value, column + layout.step());
        } else if (value.isSequence() && value.isBlock()) {
            lines.add(head);
            items(value, column + layout.listStep());
        } else if (value.kind() == Kind.BLOCK_TEXT) {
            blockText(head, value, column + layout.step());
        } else {
            String raw = source.text().substring(value.from(), value.to());
            lines.add((raw.isEmpty() ? head : head + " " + raw) + remark(value.to()));
        }
    }

    private void entries(Span mapping, int column) {
        for (Entry entry : mapping.entries()) {
            comments(entry.key().from(), column);
            String key = source.text().substring(entry.key().from(), entry.key().to());
            value(" ".repeat(column) + key + ":", entry.value(), column);
        }
    }

    private void items(Span sequence, int column) {
        for (Span item : sequence.items()) {
            comments(item.from(), column);
            String dash = " ".repeat(column) + "-";
            if (item.isBlock()) {
                int first = lines.size();
                if (item.isMapping()) {
                    entries(item, column + 2);
                } else {
                    items(item, column + 2);
                }
                lines.set(first, dash + lines.get(first).substring(column + 1));
            } else {
                value(dash, item, column);
            }
        }
    }

    private void blockText(String head, Span value, int column) {
        List<String> text = source.text().substring(value.from(), value.to()).lines().toList();
        int indent =
                text.stream()
                        .skip(1)
                        .filter(line -> !line.isBlank())
                        .mapToInt(line -> line.length() - line.stripLeading().length())
                        .min()
                        .orElse(0);
        lines.add(head + " " + text.getFirst());
        text.stream()
                .skip(1)
                .map(line -> line.isBlank() ? "" : " ".repeat(column) + line.substring(indent))
                .forEach(lines::add);
    }

    /// Those in the lines directly above.
    private void comments(int at, int column) {
        if (!source.text().substring(source.startOf(at), at).matches("[ -]*")) {
            return;
        }
        int line = source.startOf(at);
        List<String> found = new ArrayList<>();
        while (line > 0 && source.isComment(line - 1)) {
            line = source.startOf(line - 1);
            found.addFirst(" ".repeat(column) + source.at(line).strip());
        }
        lines.addAll(found);
    }

    private String remark(int at) {
        String rest = source.text().substring(at, source.endOf(at)).strip();
        return rest.startsWith("#") ? "  " + rest : "";
    }
}
