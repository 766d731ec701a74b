package dev.modmon.core.access;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of a role.
public record RoleName(String value) implements Comparable<RoleName> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9_][a-z0-9_.-]{0,31}");

    public RoleName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Role name '%s' must be 1 to 32 of a-z, 0-9, '-', '_' and '.', and start with a letter, digit or '_'."
                            .formatted(ShownText.whole(value)));
        }
    }

    /// Whether the text can be such a name.
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(RoleName other) {
        return value.compareTo(other.value);
    }

    /// Written out, like the next: a record's own is generated at its first use, which every command would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoleName that && value.equals(that.value);
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
