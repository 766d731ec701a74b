package dev.modmon.core.dotenv;

/// What counts as space in an env file.
final class Blanks {
    private Blanks() {}

    /// All that Unicode calls white space, line breaks included.
    static boolean isBlank(char c) {
        return c >= '\t' && c <= '\r'
                || c == ' '
                || c == '\u0085'
                || c == '\u00a0'
                || Character.isSpaceChar(c);
    }

    /// Before a value: no line break, and nothing beyond Latin.
    static boolean isBlankInLine(char c) {
        return c != '\n' && c <= '\u00a0' && isBlank(c);
    }

    static int skipInLine(String text, int start) {
        int at = start;
        while (at < text.length() && isBlankInLine(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Where the line that this index is in ends: at its line break, or with the text.
    static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    static int trimEnd(String text, int start, int end) {
        int trimmed = end;
        while (trimmed > start && isBlank(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        return trimmed;
    }

    static String trimmedEnd(String text, int start, int end) {
        return text.substring(start, trimEnd(text, start, end));
    }
}
