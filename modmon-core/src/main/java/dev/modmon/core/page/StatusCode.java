package dev.modmon.core.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The HTTP status codes that a page is for: one, or a hundred of them.
///
/// @param text `404`, `4xx` or `5xx`
public record StatusCode(String text) implements Comparable<StatusCode> {
    private static final String CODES = "[45][0-9][0-9]|[45]xx";
    private static final Pattern FILE_NAME = Pattern.compile("(" + CODES + ")\\.[a-z0-9]+");

    public StatusCode {
        if (!text.matches(CODES)) {
            throw new IllegalArgumentException(
                    "'%s' is no status code of an error.".formatted(text));
        }
    }

    /// The code that a page's file is named after, as in `404.html`.
    static Optional<StatusCode> ofFile(String name) {
        Matcher code = FILE_NAME.matcher(name);
        return code.matches() ? Optional.of(new StatusCode(code.group(1))) : Optional.empty();
    }

    @Override
    public int compareTo(StatusCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
