package dev.modmon.core.dotenv;

import dev.modmon.core.expression.TemplateSyntax;

/// Reads what is behind the `=`.
final class ValueReader {
    /// @see Read
    sealed interface Outcome {
        /// Where to read on.
        int end();
    }

    record Read(DotenvValue value, int end, boolean quoted) implements Outcome {}

    record Unclosed(char quote, int end) implements Outcome {}

    private static final String COMMENT = " #";
    private static final int OCTAL_DIGITS = 3;
    private static final int OCTAL = 8;
    private static final int MOST_OCTAL = 0xff;

    private final String text;
    private final int start;
    private final DotenvSyntax syntax;
    private final LineIndex lines;
    private final ValueText value = new ValueText();

    ValueReader(String text, int start, DotenvSyntax syntax, LineIndex lines) {
        this.text = text;
        this.start = start;
        this.syntax = syntax;
        this.lines = lines;
    }

    Outcome read() {
        char first = start < text.length() ? text.charAt(start) : ' ';
        return first == '\'' || first == '"' ? quoted(first) : bare();
    }

    private Read bare() {
        int lineEnd = Blanks.lineEnd(text, start);
        int at = start;
        while (at < lineEnd && !text.startsWith(COMMENT, at)) {
            at = expressionEnd(at, at + 1);
        }
        int end = Blanks.trimEnd(text, start, at);
        value.append(text, start, end);
        return new Read(value(true, end), lineEnd, false);
    }

    private Outcome quoted(char quote) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            int expression = expressionEnd(at, at);
            if (expression > at) {
                value.append(text, at, expression);
                at = expression;
            } else {
                at = text.charAt(at) == '\\' ? escape(at, quote) : plain(at);
            }
        }
        return at < text.length()
                ? new Read(value(quote == '"', at), at + 1, true)
                : new Unclosed(quote, Blanks.lineEnd(text, start));
    }

    private DotenvValue value(boolean interpolated, int end) {
        return value.value(interpolated && syntax != DotenvSyntax.LITERAL, lines, end);
    }

    /// The index behind the expression that opens here and ends in this line.
    private int expressionEnd(int at, int otherwise) {
        if (syntax != DotenvSyntax.EXPRESSIONS || !text.startsWith(TemplateSyntax.OPEN, at)) {
            return otherwise;
        }
        int end = TemplateSyntax.endInLine(text, at);
        return end < 0 ? otherwise : end;
    }

    private int plain(int at) {
        value.append(text.charAt(at), at);
        return at + 1;
    }

    private int escape(int at, char quote) {
        char escaped = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (escaped == quote) {
            value.append(quote, at);
            return at + 2;
        }
        return quote == '"' ? escape(at, escaped, at + 2) : both(at, escaped);
    }

    private int both(int at, char escaped) {
        value.append('\\', at);
        return escaped == '\\' ? plain(at + 1) : at + 1;
    }

    private int escape(int at, char escaped, int next) {
        switch (escaped) {
            case 'a' -> value.append('\u0007', at);
            case 'b' -> value.append('\b', at);
            case 'f' -> value.append('\f', at);
            case 'n' -> value.append('\n', at);
            case 'r' -> value.append('\r', at);
            case 't' -> value.append('\t', at);
            case 'v' -> value.append('\u000b', at);
            case '\\' -> value.append('\\', at);
            case '$' -> dollar(at);
            case '0' -> {
                return octal(at);
            }
            default -> {
                return plain(at);
            }
        }
        return next;
    }

    /// A dollar that begins no variable.
    private void dollar(int at) {
        value.append('$', at);
        if (syntax != DotenvSyntax.LITERAL) {
            value.append('$', at);
        }
    }

    /// `\0101` is `A`; with fewer digits only the zero is lost, as with Compose.
    private int octal(int at) {
        int first = at + 2;
        int end = first;
        while (end < text.length() && end < first + OCTAL_DIGITS && isDigit(text.charAt(end))) {
            end++;
        }
        int code = code(text.substring(first, end));
        if (code >= 0) {
            value.append((char) code, at);
        } else {
            value.append('\\', at);
            value.append(text, first, end);
        }
        return end;
    }

    private static int code(String digits) {
        if (!digits.matches("[0-7]{%d}".formatted(OCTAL_DIGITS))) {
            return -1;
        }
        int code = Integer.parseInt(digits, OCTAL);
        return code <= MOST_OCTAL ? code : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
