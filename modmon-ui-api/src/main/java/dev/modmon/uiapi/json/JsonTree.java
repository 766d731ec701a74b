package dev.modmon.uiapi.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON, RFC 8259, as plain maps, lists, strings, booleans, [Long] and [Double].
///
/// No more lenient than the RFC, and stricter where it leaves a choice: no member twice, no whole number that does not fit
/// a long, no lone surrogates, no deeper than people nest things.
final class JsonTree {
    private static final int DEPTH = 100;

    private final String text;
    private int at;
    private int depth;

    private JsonTree(String text) {
        this.text = text;
    }

    /// One value, and nothing behind it.
    static @Nullable Object read(byte[] bytes) throws UnfitValueException {
        JsonTree tree = new JsonTree(decode(bytes));
        Object value = tree.value();
        tree.skipSpace();
        if (tree.at < tree.text.length()) {
            throw tree.broken("there is something behind it");
        }
        return value;
    }

    private static String decode(byte[] bytes) throws UnfitValueException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new UnfitValueException("it is no UTF-8");
        }
    }

    private @Nullable Object value() throws UnfitValueException {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() throws UnfitValueException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        enter();
        if (!leaves('}')) {
            do {
                skipSpace();
                String name = string();
                skipSpace();
                expect(':');
                if (members.containsKey(name)) {
                    throw broken("a member is there twice");
                }
                members.put(name, value());
            } while (hasMore('}'));
        }
        return members;
    }

    private List<@Nullable Object> array() throws UnfitValueException {
        List<@Nullable Object> elements = new ArrayList<>();
        enter();
        if (!leaves(']')) {
            do {
                elements.add(value());
            } while (hasMore(']'));
        }
        return elements;
    }

    private void enter() throws UnfitValueException {
        at++;
        if (++depth > DEPTH) {
            throw broken("it is nested too deeply");
        }
    }

    private boolean leaves(char end) throws UnfitValueException {
        skipSpace();
        if (peek() != end) {
            return false;
        }
        at++;
        depth--;
        return true;
    }

    private boolean hasMore(char end) throws UnfitValueException {
        if (leaves(end)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() throws UnfitValueException {
        expect('"');
        int start = at;
        while (true) {
            char next = next();
            if (next == '"') {
                return text.substring(start, at - 1);
            }
            if (next == '\\') {
                return stringWithEscapes(start);
            }
            if (next < ' ') {
                throw broken("a string has a control character");
            }
        }
    }

    private String stringWithEscapes(int start) throws UnfitValueException {
        StringBuilder string = new StringBuilder(text.length() - start < 64 ? 64 : 256);
        string.append(text, start, at - 1);
        at--;
        while (true) {
            char next = next();
            if (next == '"') {
                return wellFormed(string.toString());
            }
            if (next < ' ') {
                throw broken("a string has a control character");
            }
            string.append(next == '\\' ? escaped() : next);
        }
    }

    private char escaped() throws UnfitValueException {
        char escape = next();
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw broken("an escape is none");
        };
    }

    private char unicode() throws UnfitValueException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char next = next();
            int digit = next < 128 ? Character.digit(next, 16) : -1;
            if (digit < 0) {
                throw broken("an escape is none");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private String wellFormed(String string) throws UnfitValueException {
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                throw broken("a string has half a character");
            }
        }
        return string;
    }

    private Object number() throws UnfitValueException {
        int start = at;
        if (peekOrEnd() == '-') {
            at++;
        }
        if (peekOrEnd() == '0') {
            at++;
        } else {
            digits();
        }
        boolean whole = true;
        if (peekOrEnd() == '.') {
            at++;
            digits();
            whole = false;
        }
        if (peekOrEnd() == 'e' || peekOrEnd() == 'E') {
            at++;
            if (peekOrEnd() == '+' || peekOrEnd() == '-') {
                at++;
            }
            digits();
            whole = false;
        }
        String number = text.substring(start, at);
        try {
            return whole ? (Object) Long.valueOf(number) : (Object) Double.valueOf(number);
        } catch (NumberFormatException e) {
            throw broken("a number is too large");
        }
    }

    private void digits() throws UnfitValueException {
        int start = at;
        while (peekOrEnd() >= '0' && peekOrEnd() <= '9') {
            at++;
        }
        if (at == start) {
            throw broken("a value is due");
        }
    }

    private @Nullable Object word(String word, @Nullable Object meaning)
            throws UnfitValueException {
        if (!text.startsWith(word, at)) {
            throw broken("a value is due");
        }
        at += word.length();
        return meaning;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char wanted) throws UnfitValueException {
        if (next() != wanted) {
            at--;
            throw broken("'%s' is due".formatted(wanted));
        }
    }

    private char next() throws UnfitValueException {
        char next = peek();
        at++;
        return next;
    }

    private char peek() throws UnfitValueException {
        if (at >= text.length()) {
            throw broken("it ends too early");
        }
        return text.charAt(at);
    }

    private char peekOrEnd() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private UnfitValueException broken(String what) {
        return new UnfitValueException("%s (at character %d)".formatted(what, at));
    }
}
