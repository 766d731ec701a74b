package dev.modmon.cli.console;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How many errors, warnings and notes there are, in words.
final class Counts {
    private Counts() {}

    /// `3 errors, 1 warning`; what there is none of is left out.
    static String of(List<Diagnostic> diagnostics) {
        return Arrays.stream(Severity.values())
                .map(severity -> plural(count(diagnostics, severity), severity))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static long count(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream().filter(it -> it.severity() == severity).count();
    }

    private static String plural(long count, Severity severity) {
        String noun = severity.name().toLowerCase(Locale.ROOT);
        return count == 0 ? "" : count + " " + noun + (count == 1 ? "" : "s");
    }
}
