package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of an environment, such as `staging`.
public record EnvironmentName(String value) implements Comparable<EnvironmentName> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");

    public EnvironmentName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Environment name '%s' must be 1 to 32 of a-z, 0-9 and '-', and start and end with a letter or digit."
                            .formatted(ShownText.brief(value)));
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

    /// Written out, like the next: a record's own is generated at its first use, which every command would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnvironmentName that && value.equals(that.value);
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
