package dev.modmon.core.expression;

/// A word of an expression.
///
/// @param text the name, the symbol, the digits, or the quoted text without its quotes
record Token(Kind kind, String text, int at) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /// For messages.
    String shown() {
        return switch (kind) {
            case END -> "the end of the expression";
            case TEXT -> "the text '%s'".formatted(text);
            case NAME, NUMBER, SYMBOL -> "'%s'".formatted(text);
        };
    }
}
