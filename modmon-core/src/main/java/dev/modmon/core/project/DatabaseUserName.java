package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of an account on a database server.
public record DatabaseUserName(String value) implements Comparable<DatabaseUserName> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_-]{0,31}");

    public DatabaseUserName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Database user '%s' must be 1 to 32 of letters, digits, '_' and '-', and start with a letter or '_'."
                            .formatted(ShownText.brief(value)));
        }
    }

    /// Whether the text can be such a name.
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(DatabaseUserName other) {
        return value.compareTo(other.value);
    }

    /// Written out, like the next: a record's own is generated at its first use, which every command would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatabaseUserName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
