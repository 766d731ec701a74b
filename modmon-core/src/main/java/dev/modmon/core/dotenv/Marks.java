package dev.modmon.core.dotenv;

import dev.modmon.core.expression.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Marks that stand for values in a text. They are made of characters that no env file may hold.
final class Marks {
    private static final char OPEN = '\ufdd0';
    private static final char CLOSE = '\ufdd1';
    private static final Pattern MARK = Pattern.compile(OPEN + "([0-9]+)" + CLOSE);

    private final List<Rendered> values = new ArrayList<>();

    String of(Rendered value) {
        values.add(value);
        return OPEN + Integer.toString(values.size() - 1) + CLOSE;
    }

    /// The text with the values in the place of their marks.
    Rendered resolve(String text) {
        List<Rendered> pieces = new ArrayList<>();
        int at = 0;
        for (Matcher mark = MARK.matcher(text); mark.find(); at = mark.end()) {
            pieces.add(Rendered.plain(text.substring(at, mark.start())));
            pieces.add(values.get(Integer.parseInt(mark.group(1))));
        }
        pieces.add(Rendered.plain(text.substring(at)));
        return Rendered.join(pieces);
    }

    /// For messages.
    String hide(String text) {
        return MARK.matcher(text).replaceAll("…");
    }
}
