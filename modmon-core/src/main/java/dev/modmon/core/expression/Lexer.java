package dev.modmon.core.expression;

import dev.modmon.core.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Splits an expression into tokens.
final class Lexer {
    /// Longer symbols before their beginnings.
    private static final List<String> SYMBOLS =
            List.of(
                    "===", "!==", "==", "!=", "<=", ">=", "&&", "||", "!", "<", ">", "+", "?", ":",
                    ".", "[", "]", "(", ")");

    private final String text;
    private final int end;
    private int at;

    /// @param start where the expression starts in the text, `end` where it ends
    Lexer(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        while (skipSpace()) {
            tokens.add(next());
        }
        tokens.add(new Token(Kind.END, "", end));
        return tokens;
    }

    private boolean skipSpace() {
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < end;
    }

    private Token next() {
        char c = text.charAt(at);
        if (isLetter(c)) {
            return run(Kind.NAME, x -> isLetter(x) || isDigit(x));
        }
        if (isDigit(c)) {
            return number();
        }
        return c == '\'' || c == '"' ? quoted(c) : symbol();
    }

    private Token run(Kind kind, IntPredicate belongs) {
        int start = at;
        while (at < end && belongs.test(text.charAt(at))) {
            at++;
        }
        return new Token(kind, text.substring(start, at), start);
    }

    private Token number() {
        Token whole = run(Kind.NUMBER, Lexer::isDigit);
        boolean fraction = at + 1 < end && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
        if (!fraction) {
            return whole;
        }
        at++;
        Token digits = run(Kind.NUMBER, Lexer::isDigit);
        return new Token(Kind.NUMBER, whole.text() + "." + digits.text(), whole.at());
    }

    private Token quoted(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < end && text.charAt(at) != quote) {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            at++;
        }
        if (at >= end) {
            throw ExpressionException.syntax(
                    start,
                    "The quote %s is not closed.".formatted(quote),
                    "Close the text with it.");
        }
        at++;
        return new Token(Kind.TEXT, value.toString(), start);
    }

    private char escaped() {
        at++;
        char c = at < end ? text.charAt(at) : ' ';
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '\\', '\'', '"' -> c;
            default ->
                    throw ExpressionException.syntax(
                            at - 1,
                            "'\\%s' means nothing in a text.".formatted(c),
                            "Write \\\\ for a backslash; \\n, \\t, \\' and \\\" are known too.");
        };
    }

    private Token symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at) && at + symbol.length() <= end) {
                Token token = new Token(Kind.SYMBOL, symbol, at);
                at += symbol.length();
                return token;
            }
        }
        throw unknownCharacter();
    }

    private ExpressionException unknownCharacter() {
        String c = Character.toString(text.codePointAt(at));
        String hint =
                switch (c) {
                    case "=" -> "Compare with '=='.";
                    case "&", "|" -> "Write '%s%1$s'.".formatted(c);
                    default -> "There are ! && || == != === !== < <= > >= + and ?: to use.";
                };
        return ExpressionException.syntax(
                at, "'%s' means nothing in an expression.".formatted(c), hint);
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
