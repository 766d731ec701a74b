package dev.modmon.cli.console;

import dev.modmon.core.diagnostic.Diagnostic;
import java.util.List;

/// How many errors and warnings there are, in words.
final class Counts {
    private Counts() {}

    /// `3 errors, 1 warning`; what there is none of is left out.
    static String of(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        long warnings = diagnostics.size() - errors;
        String both = errors > 0 && warnings > 0 ? ", " : "";
        return (errors > 0 ? plural(errors, "error") : "")
                + both
                + (warnings > 0 ? plural(warnings, "warning") : "");
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
