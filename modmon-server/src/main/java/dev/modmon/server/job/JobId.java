package dev.modmon.server.job;

import java.util.UUID;
import java.util.regex.Pattern;

/// The name of a job: 32 hexadecimal digits.
public record JobId(String value) {
    private static final Pattern GRAMMAR = Pattern.compile("[0-9a-f]{32}");

    public JobId {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("A job's id must be 32 hexadecimal digits.");
        }
    }

    static JobId fresh() {
        return new JobId(UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
