package dev.modmon.server.rollout;

import org.jspecify.annotations.Nullable;

/// The engine refused something or could not be reached. The message names operation, thing and the
/// engine's own reason.
public final class PlatformException extends RuntimeException {
    /// What may be done about it.
    public enum Kind {
        /// The thing does not exist.
        NOT_FOUND,
        /// Somebody else changed or uses the thing.
        CONFLICT,
        /// The engine does not accept the request.
        REFUSED,
        /// The engine does not answer, or failed to carry it out.
        UNAVAILABLE
    }

    private final Kind kind;

    public PlatformException(Kind kind, String message) {
        this(kind, message, null);
    }

    public PlatformException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
