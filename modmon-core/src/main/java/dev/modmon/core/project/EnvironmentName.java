package dev.modmon.core.project;

import java.util.regex.Pattern;

/// The name of an environment, such as `staging`.
public record EnvironmentName(String value) implements Comparable<EnvironmentName> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");

    public EnvironmentName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Environment name '%s' must be 1 to 32 of a-z, 0-9 and '-', and start and end with a letter or digit."
                            .formatted(Names.shown(value)));
        }
    }

    /// Whether the text can be such a name.
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(EnvironmentName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
