package dev.modmon.core.project;

import dev.modmon.core.diagnostic.ShownText;
import java.util.regex.Pattern;

/// The tag of a container image: the version of an app that is deployed.
public record ImageTag(String value) implements Comparable<ImageTag> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}");

    public ImageTag {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Image tag '%s' must be 1 to 128 of letters, digits, '_', '-' and '.', and not start with '-' or '.'."
                            .formatted(ShownText.brief(value)));
        }
    }

    /// Whether the text can be such a name.
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(ImageTag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
