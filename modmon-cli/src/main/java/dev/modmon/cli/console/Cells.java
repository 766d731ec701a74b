package dev.modmon.cli.console;

/// A line laid out in columns: its characters as they are shown, each with the column it begins in.
final class Cells {
    private static final int TAB_STOPS = 4;

    private final int[] points;
    private final int[] begins;
    private final int markStart;
    private final int markEnd;
    private int size;

    /// @param start index of the first marked character of the line
    /// @param end index behind the last one
    Cells(String line, int start, int end) {
        points = new int[line.length() * TAB_STOPS];
        begins = new int[line.length() * TAB_STOPS + 1];
        int first = -1;
        int last = -1;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            first = i == start ? size : first;
            last = i == end ? size : last;
            add(line.codePointAt(i));
        }
        markStart = first < 0 ? size : first;
        markEnd = last < 0 ? size : last;
    }

    private void add(int point) {
        if (point != '\t') {
            put(Printable.shown(point));
            return;
        }
        do {
            put(' ');
        } while (begins[size] % TAB_STOPS != 0);
    }

    private void put(int point) {
        points[size] = point;
        begins[size + 1] = begins[size] + Columns.of(point);
        size++;
    }

    int size() {
        return size;
    }

    int markStart() {
        return markStart;
    }

    int markEnd() {
        return markEnd;
    }

    /// How many columns these cells take.
    int columns(int from, int to) {
        return begins[to] - begins[from];
    }

    String text(int from, int to) {
        return new String(points, from, to - from);
    }
}
