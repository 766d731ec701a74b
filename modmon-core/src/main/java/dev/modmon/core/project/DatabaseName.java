package dev.modmon.core.project;

import java.util.regex.Pattern;

/// The name of a database, as its server has it.
public record DatabaseName(String value) implements Comparable<DatabaseName> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_-]{0,62}");

    public DatabaseName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Database name '%s' must be 1 to 63 of letters, digits, '_' and '-', and start with a letter or '_'."
                            .formatted(Names.shown(value)));
        }
    }

    /// Whether the text can be such a name.
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(DatabaseName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
