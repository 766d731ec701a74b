package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;

/// The name of a generated value, as in `SCRIPTS['app-key']`.
public record ScriptName(String value) implements Comparable<ScriptName> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}");

    public ScriptName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Script name '%s' must be 1 to 64 of letters, digits, '-', '_' and '.', and start with a letter or digit."
                            .formatted(ShownText.brief(value)));
        }
    }

    @Override
    public int compareTo(ScriptName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
