package dev.modmon.core.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a request was refused, as RFC 9457 (`application/problem+json`) has it, with three members of
/// our own.
///
/// @param type `urn:modmon:problem:` and the code
/// @param title the kind of problem, the same for each of its kind
/// @param status the HTTP status
/// @param detail what happened, to which thing
/// @param code stable, in kebab case
/// @param hint what to do next; may be empty
/// @param diagnostics when the configuration is invalid
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String hint,
        @Nullable List<DiagnosticReport> diagnostics) {
    public static Problem of(int status, String code, String title, String detail, String hint) {
        return new Problem("urn:modmon:problem:" + code, title, status, detail, code, hint, null);
    }
}
