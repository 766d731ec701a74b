package dev.modmon.uiapi.client;

import dev.modmon.core.api.DiagnosticReport;
import dev.modmon.core.api.Problem;
import java.util.List;

/// The server refused a request, and said why.
public final class ProblemException extends RuntimeException {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(
                problem.hint().isEmpty()
                        ? problem.detail()
                        : problem.detail() + " " + problem.hint());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /// Whether somebody else might be allowed to.
    public boolean isNotPermitted() {
        return problem.status() == UNAUTHORIZED || problem.status() == FORBIDDEN;
    }

    /// Whether the project's configuration is at fault; then there are diagnostics.
    public boolean isInvalidConfiguration() {
        return problem.status() == UNPROCESSABLE;
    }

    public List<DiagnosticReport> diagnostics() {
        List<DiagnosticReport> diagnostics = problem.diagnostics();
        return diagnostics == null ? List.of() : diagnostics;
    }
}
