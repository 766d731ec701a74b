package dev.modmon.core.interpolation;

import java.util.ArrayList;
import java.util.List;

/// Splits a text into its parts.
final class PartReader {
    static final int MAX_DEPTH = 50;

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;
    private final int end;
    private final int depth;

    private PartReader(String text, int start, int end, int depth) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.depth = depth;
    }

    /// @throws InterpolationException when the text has a `${` that is no variable
    static List<Part> read(String text) {
        return new PartReader(text, 0, text.length(), 0).read();
    }

    private List<Part> read() {
        while (at < end) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0 || dollar >= end) {
                literal.append(text, at, end);
                break;
            }
            literal.append(text, at, dollar);
            at = dollar;
            variable();
        }
        endLiteral();
        return parts;
    }

    /// A `$` that is followed by nothing known is a dollar.
    private void variable() {
        char next = at + 1 < end ? text.charAt(at + 1) : ' ';
        if (next == '$') {
            literal.append('$');
            at += 2;
        } else if (next == '{') {
            braced();
        } else if (isNameStart(next)) {
            int nameEnd = nameEnd(at + 1);
            add(new Part.Plain(text.substring(at + 1, nameEnd), text.substring(at, nameEnd), at));
            at = nameEnd;
        } else {
            literal.append('$');
            at++;
        }
    }

    private void braced() {
        int close = closing();
        int nameStart = at + 2;
        int nameEnd = nameEnd(nameStart);
        String name = text.substring(nameStart, Math.max(nameStart, nameEnd));
        if (close < 0 || name.isEmpty()) {
            throw malformed();
        }
        if (nameEnd == close) {
            add(new Part.Plain(name, text.substring(at, close + 1), at));
        } else {
            Operator operator = Operator.at(text, nameEnd).orElseThrow(this::malformed);
            add(new Part.Braced(name, operator, argument(nameEnd + operator.length(), close), at));
        }
        at = close + 1;
    }

    private List<Part> argument(int start, int close) {
        if (depth == MAX_DEPTH) {
            throw new InterpolationException(
                    at,
                    "The variables are nested more than %d levels deep.".formatted(MAX_DEPTH),
                    "Use several variables.");
        }
        return new PartReader(text, start, close, depth + 1).read();
    }

    /// The brace that closes this one, in the same line; -1 when there is none. Every `${` opens one more.
    private int closing() {
        int open = 0;
        for (int i = at; i < end && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '}') {
                open--;
                if (open == 0) {
                    return i;
                }
            } else if (text.startsWith("${", i)) {
                open++;
                i++;
            }
        }
        return -1;
    }

    private InterpolationException malformed() {
        return new InterpolationException(
                at,
                "The variable that starts here cannot be read.",
                "Write ${NAME}, ${NAME:-default}, ${NAME:?message} or ${NAME:+other}, or $$ for a dollar.");
    }

    private int nameEnd(int start) {
        int i = start;
        while (i < end && (isNameStart(text.charAt(i)) || i > start && isDigit(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    private void add(Part part) {
        endLiteral();
        parts.add(part);
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Part.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
