package dev.modmon.core.edit;

/// A text by its lines, whatever ends them.
record Lines(String text) {
    /// What ends the first line, and so the new ones.
    String end() {
        int at = endOf(0);
        return at == text.length() ? "\n" : text.substring(at, next(at));
    }

    int startOf(int at) {
        int start = at;
        while (start > 0 && !isBreak(start - 1)) {
            start--;
        }
        return start;
    }

    /// Before the characters that end the line.
    int endOf(int at) {
        int end = at;
        while (end < text.length() && !isBreak(end)) {
            end++;
        }
        return end;
    }

    /// Where the line after this one starts; the text's end when there is none.
    int next(int at) {
        int end = endOf(at);
        if (text.startsWith("\r\n", end)) {
            return end + 2;
        }
        return Math.min(end + 1, text.length());
    }

    /// The end of the line above, without what ends it.
    ///
    /// @param start of a line that is not the first
    int endAbove(int start) {
        return text.startsWith("\r\n", start - 2) ? start - 2 : start - 1;
    }

    int columnOf(int at) {
        return at - startOf(at);
    }

    /// The line without its end.
    String at(int at) {
        return text.substring(startOf(at), endOf(at));
    }

    int indentOf(int at) {
        String line = at(at);
        return line.length() - line.stripLeading().length();
    }

    boolean isBlank(int at) {
        return at(at).isBlank();
    }

    boolean isComment(int at) {
        return at(at).stripLeading().startsWith("#");
    }

    /// Whether nothing but space stands before this in its line.
    boolean isFirstInLine(int at) {
        return text.substring(startOf(at), at).isBlank();
    }

    boolean isSameLine(int one, int other) {
        return startOf(one) == startOf(other);
    }

    private boolean isBreak(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }
}
