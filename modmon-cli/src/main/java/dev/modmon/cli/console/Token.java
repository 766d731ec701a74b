package dev.modmon.cli.console;

/// The piece of a line that a place means: a key, a value, or a word of an expression. A place says only where it
/// starts; where it ends is seen from the text.
final class Token {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private final String line;
    private final boolean yaml;

    /// @param yaml or else an env file
    Token(String line, boolean yaml) {
        this.line = line;
        this.yaml = yaml;
    }

    /// How many characters it has, at least one.
    ///
    /// @param start index of its first character
    int length(int start) {
        if (start >= line.length() || Character.isWhitespace(line.charAt(start))) {
            return 1;
        }
        char first = line.charAt(start);
        if (first == '"' || first == '\'') {
            return quoted(start, first);
        }
        if (isInExpression(start)) {
            return word(start);
        }
        if (line.startsWith(OPEN, start) && line.indexOf(CLOSE, start) > 0) {
            return line.indexOf(CLOSE, start) + CLOSE.length() - start;
        }
        return yaml ? plain(start) : assignment(start);
    }

    private int quoted(int start, char quote) {
        for (int i = start + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (line.charAt(i) == quote) {
                return i + 1 - start;
            }
        }
        return withoutTrailingSpace(start, line.length());
    }

    private boolean isInExpression(int start) {
        int opened = line.lastIndexOf(OPEN, start - 1);
        return opened >= 0
                && opened + OPEN.length() <= start
                && line.indexOf(CLOSE, opened) >= start;
    }

    private int word(int start) {
        int end = start;
        while (end < line.length() && isWordPart(line.charAt(end))) {
            end++;
        }
        return Math.max(1, end - start);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /// A plain scalar, or a key, ends at ': ', ' #' and the end of the line; in brackets at ',' and ']' as well.
    private int plain(int start) {
        boolean flow = isInBrackets(start);
        int end = start + 1;
        while (end < line.length() && !endsPlain(end, flow)) {
            end++;
        }
        return withoutTrailingSpace(start, end);
    }

    private boolean endsPlain(int at, boolean flow) {
        char c = line.charAt(at);
        boolean lastOrBeforeSpace =
                at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1));
        return c == ':' && lastOrBeforeSpace
                || c == '#' && Character.isWhitespace(line.charAt(at - 1))
                || flow && (c == ',' || c == ']' || c == '}');
    }

    private boolean isInBrackets(int start) {
        int depth = 0;
        for (int i = 0; i < start; i++) {
            char c = line.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        }
        return depth > 0;
    }

    /// A variable's name ends at '=', its value at ' #' and the end of the line.
    private int assignment(int start) {
        int equals = line.indexOf('=');
        int end = start < equals ? equals : line.length();
        int comment = line.indexOf(" #", start);
        return withoutTrailingSpace(start, comment > 0 ? Math.min(end, comment) : end);
    }

    private int withoutTrailingSpace(int start, int end) {
        int last = end;
        while (last > start + 1 && Character.isWhitespace(line.charAt(last - 1))) {
            last--;
        }
        return last - start;
    }
}
