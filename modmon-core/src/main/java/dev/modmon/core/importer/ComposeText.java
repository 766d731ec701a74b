package dev.modmon.core.importer;

import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A Compose document as its author wrote it, to be changed here and there: what is not touched keeps its comments,
/// order, anchors and quotes.
///
/// The edits are guesses about YAML's syntax, good ones; whoever applies them reads the result again and compares.
final class ComposeText {
    private final String text;
    private final YamlMapping root;
    private final boolean supplementary;
    private final List<Integer> lineStarts = new ArrayList<>();
    private final TreeMap<Integer, YamlScalar> scalars = new TreeMap<>();
    private final TreeSet<Integer> starts = new TreeSet<>();
    private final List<TextEdit> edits = new ArrayList<>();

    /// @param text with `\n` as line ends
    ComposeText(String text, YamlMapping root) {
        this.text = text;
        this.root = root;
        supplementary = text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
        for (int at = 0; at >= 0; at = next(at)) {
            lineStarts.add(at);
        }
        collect(root, new HashSet<>());
    }

    private int next(int lineStart) {
        int end = text.indexOf('\n', lineStart);
        return end < 0 ? -1 : end + 1;
    }

    private void collect(YamlNode node, Set<YamlNode> known) {
        starts.add(offset(node.place()));
        switch (node) {
            case YamlScalar scalar -> scalars.put(offset(scalar.place()), scalar);
            case YamlSequence sequence -> {
                if (known.add(sequence)) {
                    sequence.items().forEach(item -> collect(item, known));
                }
            }
            case YamlMapping mapping -> {
                if (known.add(mapping)) {
                    for (Entry entry : mapping.entries()) {
                        starts.add(offset(entry.place()));
                        collect(entry.value(), known);
                    }
                }
            }
        }
    }

    private int offset(Place place) {
        int line = lineStarts.get(Math.min(place.line(), lineStarts.size()) - 1);
        return supplementary
                ? text.offsetByCodePoints(line, place.column() - 1)
                : line + place.column() - 1;
    }

    /// Whether the document is a mapping with a key at the start of a line, as nearly all are.
    boolean isBlock() {
        return root.entries().stream().allMatch(this::startsItsLine);
    }

    private boolean startsItsLine(Entry entry) {
        int at = offset(entry.place());
        int line = lineStarts.get(entry.place().line() - 1);
        return text.substring(line, at).isBlank() && "?{".indexOf(text.charAt(at)) < 0;
    }

    /// Removes a key whose value stands in the same line; all others are left.
    void dropLine(Entry entry) {
        int line = entry.place().line();
        if (entry.value().place().line() == line) {
            int end = line < lineStarts.size() ? lineStarts.get(line) : text.length();
            edits.add(new TextEdit(lineStarts.get(line - 1), end, ""));
        }
    }

    /// Puts other texts in the place of scalars, and keeps all braces literal.
    void replaceAll(Map<Place, String> texts) {
        scalars.forEach((offset, scalar) -> {
            String other = texts.get(scalar.place());
            if (other != null || LiteralBraces.in(scalar.text())) {
                int start = valueStart(offset);
                int end = end(start, scalar);
                edits.add(
                        new TextEdit(
                                start,
                                end,
                                other == null
                                        ? literal(text.substring(start, end))
                                        : Quoted.of(LiteralBraces.escape(other))));
            }
        });
    }

    private static String literal(String value) {
        return value.startsWith("'")
                ? LiteralBraces.escapeInSingleQuotes(value)
                : LiteralBraces.escape(value);
    }

    /// Behind anchor and tag.
    private int valueStart(int at) {
        int start = at;
        while (start < text.length() && "&!".indexOf(text.charAt(start)) >= 0) {
            while (start < text.length() && !Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
        }
        return start;
    }

    /// Behind the closing quote, or else where the next node starts: a comment between the two is taken with it.
    private int end(int start, YamlScalar scalar) {
        char first = start < text.length() ? text.charAt(start) : ' ';
        if (first == '\'' || first == '"') {
            for (int at = start + 1; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '\\' && first == '"') {
                    at++;
                } else if (c == first && first == '\'' && text.startsWith("''", at)) {
                    at++;
                } else if (c == first) {
                    return at + 1;
                }
            }
        }
        if (scalar.lead() == 0) {
            return start + scalar.text().length();
        }
        Integer next = starts.higher(start);
        return next == null ? text.length() : next;
    }

    /// The text with all edits, under a key: further in, without document marks.
    String indented(String indent) {
        StringBuilder edited = new StringBuilder(text);
        edits.stream()
                .distinct()
                .sorted(Comparator.comparingInt(TextEdit::from).reversed())
                .forEach(edit -> edited.replace(edit.from(), edit.to(), edit.replacement()));
        StringBuilder indented = new StringBuilder();
        edited.toString()
                .lines()
                .filter(line -> !isMark(line))
                .forEach(line ->
                        indented.append(line.isEmpty() ? "" : indent).append(line).append('\n'));
        boolean open = !text.isEmpty() && !text.endsWith("\n");
        return indented.substring(0, Math.max(0, indented.length() - (open ? 1 : 0)));
    }

    private static boolean isMark(String line) {
        return line.startsWith("%") || line.matches("(?:---|\\.\\.\\.)(?:[ \\t].*)?");
    }
}
