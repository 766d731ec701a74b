package dev.modmon.cli.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.core.api.DiagnosticReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A failure as `--json` prints it.
record ErrorReport(Error error) {
    /// @param code stable, in kebab case
    record Error(
            String code,
            String message,
            String hint,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable List<DiagnosticReport> diagnostics) {}

    static ErrorReport of(Failure failure) {
        return new ErrorReport(
                new Error(
                        failure.code(),
                        failure.getMessage(),
                        failure.hint(),
                        diagnostics(failure)));
    }

    private static @Nullable List<DiagnosticReport> diagnostics(Failure failure) {
        return failure instanceof InvalidConfiguration invalid
                ? invalid.diagnostics().stream().map(DiagnosticReport::of).toList()
                : null;
    }
}
