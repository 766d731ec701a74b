package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of an app repo in the master repo, such as `my-app`.
public record RepoName(String value) implements Comparable<RepoName> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]([a-z0-9_.-]{0,61}[a-z0-9])?");

    public RepoName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Repo name '%s' must be 1 to 63 of a-z, 0-9, '-', '_' and '.', and start and end with a letter or digit."
                            .formatted(ShownText.brief(value)));
        }
    }

    /// Whether the text can be such a name.
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(RepoName other) {
        return value.compareTo(other.value);
    }

    /// Written out, like the next: a record's own is generated at its first use, which every command would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RepoName that && value.equals(that.value);
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
