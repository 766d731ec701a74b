package dev.modmon.core.edit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Texts as YAML has them: plain where that is safe for every reader, quoted otherwise.
public final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_/][A-Za-z0-9_./@+=-]*(?::[A-Za-z0-9_./@+=-]+)*");

    /// What YAML 1.1 or 1.2 takes for something else than text.
    private static final Set<String> RESERVED =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "_");

    private YamlText() {}

    /// The text as a value or key.
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        boolean simple = text.codePoints().allMatch(YamlText::isPrintable);
        return simple && !text.contains("'") ? "'" + text + "'" : inDoubleQuotes(text);
    }

    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }

    static String inDoubleQuotes(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(point -> {
                    if (point == '"' || point == '\\') {
                        quoted.append('\\').appendCodePoint(point);
                    } else if (isPrintable(point)) {
                        quoted.appendCodePoint(point);
                    } else {
                        quoted.append("\\U%08X".formatted(point));
                    }
                });
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int point) {
        return point >= 0x20 && point <= 0x7e
                || point >= 0xa0 && point < 0xd800 && point != 0x2028 && point != 0x2029
                || point > 0xdfff && point <= 0xfffd && point != 0xfeff
                || point > 0xffff;
    }
}
