package dev.modmon.server.rest;

import dev.modmon.core.api.Problem;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.InvalidInputException;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.server.job.RefusedException;
import dev.modmon.server.job.UnusableBundleException;
import dev.modmon.server.operation.ProblemException;
import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.RolloutRefusedException;
import java.util.List;
import java.util.Set;

/// What each failure is called towards a client.
final class Problems {
    private Problems() {}

    static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case InvalidInputException invalid ->
                    ProblemException.invalid(invalid.diagnostics()).problem();
            case SourceException unreadable ->
                    ProblemException.invalid(List.of(diagnostic(unreadable))).problem();
            case RefusedException refused -> refusal(refused);
            case RolloutRefusedException refused ->
                    Problem.of(
                            409,
                            "rollout.refused",
                            "The rollout cannot begin",
                            String.valueOf(refused.getMessage()),
                            "");
            case UnusableBundleException bundle ->
                    ProblemException.badRequest(
                                    "commit.unusable-bundle",
                                    String.valueOf(bundle.getMessage()),
                                    "Make it with: git bundle create FILE COMMIT")
                            .problem();
            case PlatformException engine ->
                    ProblemException.engine(String.valueOf(engine.getMessage())).problem();
            default ->
                    Problem.of(
                            500,
                            "server.failed",
                            "The server failed",
                            "Something went wrong inside modmon-server.",
                            "Its log on the node says more.");
        };
    }

    private static Problem refusal(RefusedException refused) {
        String detail = String.valueOf(refused.getMessage());
        ProblemException answer =
                switch (refused.reason()) {
                    case NOT_FOUND ->
                            ProblemException.notFound(refused.code(), detail, refused.hint());
                    case CONFLICT ->
                            ProblemException.conflict(refused.code(), detail, refused.hint());
                    case FORBIDDEN ->
                            ProblemException.forbidden(refused.code(), detail, refused.hint());
                    case BAD_REQUEST ->
                            ProblemException.badRequest(refused.code(), detail, refused.hint());
                };
        return answer.problem();
    }

    private static Diagnostic diagnostic(SourceException unreadable) {
        return Diagnostic.error(
                "source.unreadable",
                Place.ofFile(unreadable.path()),
                String.valueOf(unreadable.getMessage()),
                "");
    }

    static Problem noSuchPath() {
        return Problem.of(
                404,
                "request.unknown-path",
                "Not found",
                "Nothing has this address.",
                "GET /v1/openapi.json lists what there is.");
    }

    static Problem wrongMethod(Set<String> allowed) {
        return Problem.of(
                405,
                "request.wrong-method",
                "The method is not allowed here",
                "This address answers to %s only.".formatted(String.join(", ", allowed)),
                "");
    }

    static ProblemException unsupportedMediaType(String wanted) {
        return new ProblemException(
                Problem.of(
                        415,
                        "request.wrong-media-type",
                        "The body is of the wrong kind",
                        "The body must be sent as '%s'.".formatted(wanted),
                        ""));
    }

    static Problem ofStatus(int status) {
        return Problem.of(
                status,
                "request.refused",
                "The request was refused",
                "The request is not one that this server understands.",
                "");
    }
}
