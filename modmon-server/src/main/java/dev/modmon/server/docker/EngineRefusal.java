package dev.modmon.server.docker;

import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.PlatformException.Kind;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What an error status of the engine means.
final class EngineRefusal {
    private static final Pattern GRPC_PREFIX = Pattern.compile("rpc error: code = \\w+ desc = ");

    private EngineRefusal() {}

    static PlatformException of(String operation, int status, JsonNode error) {
        String said = error.path("message").asString("");
        String reason = GRPC_PREFIX.matcher(said).replaceAll("").strip();
        return new PlatformException(
                kind(status, reason),
                "Cannot %s: %s"
                        .formatted(operation, reason.isEmpty() ? "status " + status : reason));
    }

    /// SwarmKit's conflicts come with different statuses in different versions of the engine; their
    /// words have stayed the same.
    private static Kind kind(int status, String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.contains("out of sequence")
                || words.contains("is in use")
                || words.contains("active endpoints")) {
            return Kind.CONFLICT;
        }
        return switch (status) {
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            default -> status < 500 ? Kind.REFUSED : Kind.UNAVAILABLE;
        };
    }
}
