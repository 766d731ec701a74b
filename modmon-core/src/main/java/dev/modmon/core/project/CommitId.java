package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;

/// A commit of the master repo: the full SHA-1, 40 lower-case hexadecimal digits.
public record CommitId(String value) implements Comparable<CommitId> {
    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{40}");

    public CommitId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Commit '%s' must be 40 hexadecimal digits.".formatted(ShownText.brief(value)));
        }
    }

    /// Whether the text can be such a name.
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(CommitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
