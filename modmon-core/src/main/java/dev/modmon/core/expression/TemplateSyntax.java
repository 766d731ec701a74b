package dev.modmon.core.expression;

/// Where expressions start and end in a text.
public final class TemplateSyntax {
    public static final String OPEN = "{{";
    public static final String CLOSE = "}}";

    private TemplateSyntax() {}

    /// The index behind the `}}` of the expression that opens here, or -1. A `}}` in a quoted text of
    /// the expression does not end it, unless nothing else does.
    public static int end(String text, int open) {
        char quote = 0;
        for (int at = open + OPEN.length(); at < text.length(); at++) {
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
        int close = text.indexOf(CLOSE, open + OPEN.length());
        return close < 0 ? -1 : close + CLOSE.length();
    }
}
