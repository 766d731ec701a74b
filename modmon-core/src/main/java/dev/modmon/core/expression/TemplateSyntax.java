package dev.modmon.core.expression;

/// Where expressions start and end in a text.
public final class TemplateSyntax {
    public static final String OPEN = "{{";
    public static final String CLOSE = "}}";

    private TemplateSyntax() {}

    /// The index behind the `}}` of the expression that opens here, or -1. A `}}` in a quoted text of
    /// the expression does not end it, unless nothing else does within the longest expression there may be.
    public static int end(String text, int open) {
        int end = endBefore(text, open, longest(text, open));
        if (end >= 0) {
            return end;
        }
        int close = text.indexOf(CLOSE, open + OPEN.length());
        return close < 0 ? -1 : close + CLOSE.length();
    }

    /// The same for an expression that must end in its line and is not too long.
    public static int endInLine(String text, int open) {
        int longest = longest(text, open);
        int newline = text.indexOf('\n', open, longest);
        int last = newline < 0 ? longest : newline;
        int end = endBefore(text, open, last);
        if (end >= 0) {
            return end;
        }
        int close = text.indexOf(CLOSE, open + OPEN.length(), last);
        return close < 0 ? -1 : close + CLOSE.length();
    }

    private static int longest(String text, int open) {
        return Math.min(text.length(), open + OPEN.length() + Parser.MAX_LENGTH + CLOSE.length());
    }

    private static int endBefore(String text, int open, int last) {
        char quote = 0;
        for (int at = open + OPEN.length(); at < last; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                if (c == '\\') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (text.startsWith(CLOSE, at)) {
                return at + CLOSE.length();
            }
        }
        return -1;
    }
}
