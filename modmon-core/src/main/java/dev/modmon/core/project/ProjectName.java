package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;

/// The name of a project: one master repo, one project.
public record ProjectName(String value) implements Comparable<ProjectName> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");

    public ProjectName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Project name '%s' must be 1 to 32 of a-z, 0-9 and '-', and start and end with a letter or digit."
                            .formatted(ShownText.brief(value)));
        }
    }

    /// Whether the text can be such a name.
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(ProjectName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
