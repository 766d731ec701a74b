package dev.modmon.cli.console;

/// Text of others, made harmless: what could steer a terminal, or make a line look like another one, is shown instead
/// of sent.
public final class Printable {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int DELETE = 0x7f;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final char REPLACEMENT = '\ufffd';

    private Printable() {}

    /// A sentence: line breaks and tabs stay, since messages of several lines are ours.
    static String text(String text) {
        return mapped(text, true);
    }

    /// A piece of one line: nothing in it breaks the line.
    public static String line(String text) {
        return mapped(text, false);
    }

    private static String mapped(String text, boolean keepsBreaks) {
        if (isHarmless(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    boolean kept = keepsBreaks && (c == '\n' || c == '\t');
                    shown.appendCodePoint(kept ? c : shown(c));
                });
        return shown.toString();
    }

    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= DELETE) {
                return false;
            }
        }
        return true;
    }

    /// One character for one, so that columns stay: a control character's picture (␛ for escape), a mark for what
    /// turns the direction of writing or is no character at all.
    static int shown(int point) {
        if (point < ' ') {
            return CONTROL_PICTURES + point;
        }
        if (point < DELETE) {
            return point;
        }
        if (point == DELETE) {
            return PICTURE_OF_DELETE;
        }
        if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER) {
            return point;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    REPLACEMENT;
            default -> point;
        };
    }
}
