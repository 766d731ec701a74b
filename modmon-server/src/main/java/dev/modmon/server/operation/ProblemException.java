package dev.modmon.server.operation;

import dev.modmon.core.api.DiagnosticReport;
import dev.modmon.core.api.Problem;
import dev.modmon.core.diagnostic.Diagnostic;
import java.util.List;

/// The answer is a problem.
public final class ProblemException extends RuntimeException {
    private final Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public static ProblemException badRequest(String code, String detail, String hint) {
        return new ProblemException(
                Problem.of(400, code, "The request cannot be read", detail, hint));
    }

    public static ProblemException unauthorized() {
        return new ProblemException(
                Problem.of(
                        401,
                        "token.missing-or-expired",
                        "Not logged in",
                        "The request has no valid token.",
                        "Log in over SSH again for a new token; one lives three minutes."));
    }

    public static ProblemException forbidden(String code, String detail, String hint) {
        return new ProblemException(Problem.of(403, code, "Not permitted", detail, hint));
    }

    public static ProblemException notFound(String code, String detail, String hint) {
        return new ProblemException(Problem.of(404, code, "Not found", detail, hint));
    }

    public static ProblemException conflict(String code, String detail, String hint) {
        return new ProblemException(Problem.of(409, code, "Not now", detail, hint));
    }

    public static ProblemException tooLarge(long maxBytes) {
        return new ProblemException(
                Problem.of(
                        413,
                        "request.too-large",
                        "The request is too large",
                        "The body has more than the %d bytes that are allowed here."
                                .formatted(maxBytes),
                        ""));
    }

    public static ProblemException invalid(List<Diagnostic> diagnostics) {
        long errors = diagnostics.stream().filter(Diagnostic::isError).count();
        return new ProblemException(
                new Problem(
                        "urn:modmon:problem:configuration.invalid",
                        "The configuration is invalid",
                        422,
                        errors == 1
                                ? "The configuration has an error; nothing was touched."
                                : "The configuration has %d errors; nothing was touched."
                                        .formatted(errors),
                        "configuration.invalid",
                        "Correct the places named, commit, and deploy again.",
                        diagnostics.stream().map(DiagnosticReport::of).toList()));
    }

    public static ProblemException engine(String detail) {
        return new ProblemException(
                Problem.of(
                        502,
                        "engine.failed",
                        "The engine did not do it",
                        detail,
                        "Look at the engine on the node: docker info"));
    }
}
