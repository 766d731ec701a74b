package dev.modmon.cli.console;

/// A line of a file and the marks under a piece of it, as they fit on a terminal.
///
/// Tabs are shown as spaces, wide characters take two columns, combining ones none, and of a line that is too long
/// only what is around the marks is shown.
///
/// @param text without characters that steer a terminal
/// @param indent columns before the marks
/// @param marks how many columns are marked; none when the place is not in the line
record SourceLine(String text, int indent, int marks) {
    private static final String CUT = "…";

    /// Characters around the marks that are looked at; a line may have millions.
    private static final int VICINITY = 1000;

    /// @param line of the file
    /// @param column of the piece, in characters from 1; 0 when the whole line is meant
    /// @param yaml whether the file is YAML, or else an env file
    /// @param width columns that there are
    static SourceLine of(String line, int column, boolean yaml, int width) {
        int characters = line.codePointCount(0, line.length());
        if (column < 1 || column > characters + 1) {
            SourceLine start = of(line, 1, yaml, width);
            return new SourceLine(start.text, 0, 0);
        }
        int start = line.offsetByCodePoints(0, column - 1);
        int end = Math.min(line.length(), start + new Token(line, yaml).length(start));
        int first = Math.max(0, start - VICINITY);
        int last = Math.min(line.length(), start + VICINITY);
        String near = line.substring(first, last);
        return cut(new Cells(near, start - first, Math.min(end, last) - first), width);
    }

    /// All of it, or a window that begins a third of its width before the marks.
    private static SourceLine cut(Cells cells, int width) {
        int all = cells.columns(0, cells.size());
        int room = all <= width ? all : Math.max(1, width - 2 * CUT.length());
        int from = 0;
        if (cells.columns(0, cells.markEnd()) > room) {
            from = cells.markStart();
            while (from > 0 && cells.columns(from - 1, cells.markStart()) <= room / 3) {
                from--;
            }
        }
        int to = cells.size();
        while (cells.columns(from, to) > room) {
            to--;
        }
        int indent = (from > 0 ? 1 : 0) + cells.columns(from, cells.markStart());
        int marks = cells.columns(cells.markStart(), Math.min(to, cells.markEnd()));
        String text = (from > 0 ? CUT : "") + cells.text(from, to) + (to < cells.size() ? CUT : "");
        return new SourceLine(text.stripTrailing(), indent, Math.max(1, marks));
    }

    String marksBelow() {
        return " ".repeat(indent) + "^".repeat(marks);
    }
}
