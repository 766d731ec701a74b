package dev.modmon.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows with aligned columns. When they do not fit, the widest columns are cut, the first one last.
public final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... titles) {
        this.titles = List.of(titles);
    }

    public void row(String... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException(
                    "%d cells for %d columns.".formatted(cells.length, titles.size()));
        }
        rows.add(List.of(cells));
    }

    /// The lines, the titles first, none longer than this many characters where that is possible.
    public List<String> lines(int width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        lines.add(line(titles, widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths(int width) {
        int[] widths = IntStream.range(0, titles.size()).map(this::natural).toArray();
        int excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - width;
        while (excess > 0) {
            int widest = widest(widths);
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private int natural(int column) {
        return IntStream.concat(
                        IntStream.of(titles.get(column).length()),
                        rows.stream().mapToInt(row -> length(row.get(column))))
                .max()
                .orElse(0);
    }

    private static int widest(int[] widths) {
        int widest = widths.length - 1;
        for (int column = widths.length - 1; column >= 0; column--) {
            if (widths[column] > widths[widest]) {
                widest = column;
            }
        }
        return widest;
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cut(cells.get(column), widths[column]);
            line.append(cell).append(" ".repeat(widths[column] - length(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    /// The text, or its beginning and an ellipsis.
    public static String cut(String text, int width) {
        if (length(text) <= width) {
            return text;
        }
        int end = text.offsetByCodePoints(0, Math.max(0, width - 1));
        return text.substring(0, end) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
