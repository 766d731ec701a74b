package dev.modmon.core.composition;

import dev.modmon.core.expression.Rendered;
import dev.modmon.core.yaml.YamlScalar;

/// What a text of a composed document is. Most are literal. Others are patterns: they hold `${NAME}` for a
/// secret or for a variable that is left open, and every other `$` in them is doubled.
public final class ComposedText {
    private static final String SECRET = "!secret";
    private static final String OPEN = "!open";

    private ComposedText() {}

    /// Whether the text is a pattern, be it secret or open.
    public static boolean isPattern(YamlScalar scalar) {
        return scalar.tag().equals(SECRET) || scalar.tag().equals(OPEN);
    }

    /// Whether a secret is part of the text.
    public static boolean isSecret(YamlScalar scalar) {
        return scalar.tag().equals(SECRET);
    }

    /// The text as a value that remembers whether it is secret. An open pattern stays what it is.
    public static Rendered rendered(YamlScalar scalar) {
        return new Rendered(scalar.text(), isSecret(scalar));
    }

    /// A scalar for a value.
    public static YamlScalar of(Rendered value, YamlScalar origin) {
        return with(origin, value.text(), value.secret() ? SECRET : "");
    }

    static YamlScalar secret(YamlScalar origin, String pattern) {
        return with(origin, pattern, SECRET);
    }

    static YamlScalar open(YamlScalar origin, String pattern) {
        return with(origin, pattern, OPEN);
    }

    static YamlScalar literal(YamlScalar origin, String text) {
        return with(origin, text, origin.tag());
    }

    private static YamlScalar with(YamlScalar origin, String text, String tag) {
        return new YamlScalar(
                origin.place(), tag, text, YamlScalar.Type.TEXT, YamlScalar.NOT_VERBATIM);
    }
}
