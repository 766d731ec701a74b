package dev.modmon.server.rest;

import dev.modmon.server.operation.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps browsers out: a page of any site could otherwise reach the loopback address through a name
/// that it makes point there.
final class Origins {
    private static final Pattern LOOPBACK =
            Pattern.compile("(?:127\\.0\\.0\\.1|localhost|\\[::1])(?::\\d{1,5})?");

    private Origins() {}

    static Optional<ProblemException> objection(@Nullable String host, @Nullable String origin) {
        if (origin != null) {
            return Optional.of(
                    ProblemException.forbidden(
                            "request.from-browser",
                            "Requests from web pages are not answered.",
                            "Use the modmon command."));
        }
        if (host == null || !LOOPBACK.matcher(host).matches()) {
            return Optional.of(
                    ProblemException.forbidden(
                            "request.foreign-host",
                            "The server is called by a name other than 127.0.0.1 or localhost.",
                            "Use the modmon command, or send 'Host: 127.0.0.1'."));
        }
        return Optional.empty();
    }
}
