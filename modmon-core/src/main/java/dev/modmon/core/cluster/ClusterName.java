package dev.modmon.core.cluster;

import java.util.regex.Pattern;

/// The name of a cluster: that of its file under `.modmon/clusters/`, without `.yaml`.
public record ClusterName(String value) implements Comparable<ClusterName> {
    private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public ClusterName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "Cluster name '%s' must be 1 to 63 of a-z, 0-9 and '-', and start and end with a letter or digit."
                            .formatted(value));
        }
    }

    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public int compareTo(ClusterName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
