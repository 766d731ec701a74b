package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of a service within a stack; also its DNS name.
public record ServiceName(String value) implements Comparable<ServiceName> {
    private static final Pattern GRAMMAR =
            Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9_.-]{0,61}[a-zA-Z0-9])?");

    public ServiceName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Service name '%s' must be 1 to 63 of letters, digits, '-', '_' and '.', and start and end with a letter or digit."
                            .formatted(ShownText.brief(value)));
        }
    }

    /// Whether the text can be such a name.
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(ServiceName other) {
        return value.compareTo(other.value);
    }

    /// Written out, like the next: a record's own is generated at its first use, which every command would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ServiceName that && value.equals(that.value);
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
