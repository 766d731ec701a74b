package dev.modmon.core.api;

import dev.modmon.core.diagnostic.Diagnostic;
import java.util.Locale;

/// A [Diagnostic] as JSON.
///
/// @param severity `error` or `warning`
public record DiagnosticReport(
        String severity,
        String code,
        String file,
        int line,
        int column,
        String message,
        String hint) {
    public static DiagnosticReport of(Diagnostic diagnostic) {
        return new DiagnosticReport(
                diagnostic.severity().name().toLowerCase(Locale.ROOT),
                diagnostic.code(),
                diagnostic.place().file(),
                diagnostic.place().line(),
                diagnostic.place().column(),
                diagnostic.message(),
                diagnostic.hint());
    }
}
