package dev.modmon.server.docker;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of the engine's API, such as `1.41`.
record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    private static final Pattern GRAMMAR = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");
    private static final Comparator<ApiVersion> ORDER =
            Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

    /// Docker 20.10, the oldest engine that the distributions we run on still ship.
    static final ApiVersion OLDEST = new ApiVersion(1, 41);

    /// Docker 26.1, the newest engine that the tests have run against.
    static final ApiVersion NEWEST = new ApiVersion(1, 45);

    static ApiVersion parse(String text) {
        Matcher matcher = GRAMMAR.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is no API version.".formatted(text));
        }
        return new ApiVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    boolean isBelow(ApiVersion other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
