package dev.modmon.cli.console;

import java.util.ArrayList;
import java.util.List;

/// A sentence in lines that fit, broken between words; a word that is longer than a line stays whole, so that it can be
/// copied.
final class Wrapped {
    private static final String INDENT = "  ";

    private Wrapped() {}

    /// The lines, all but the first one indented.
    static List<String> lines(String text, int width) {
        if (Columns.of(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            boolean fits = Columns.of(line.toString()) + 1 + Columns.of(word) <= width;
            if (!line.isEmpty() && !fits) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(INDENT);
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
