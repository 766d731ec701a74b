package dev.modmon.server.job;

/// What was asked for cannot be done; nothing was touched.
public final class RefusedException extends RuntimeException {
    /// Why, as far as it matters to whoever asked.
    public enum Reason {
        /// Something that the request names is not there.
        NOT_FOUND,
        /// It cannot be done now.
        CONFLICT,
        /// Whoever asks may not.
        FORBIDDEN,
        /// The request makes no sense.
        BAD_REQUEST
    }

    private final Reason reason;
    private final String code;
    private final String hint;

    /// @param code stable, in kebab case
    /// @param hint what to do next; may be empty
    public RefusedException(Reason reason, String code, String message, String hint) {
        super(message);
        this.reason = reason;
        this.code = code;
        this.hint = hint;
    }

    public Reason reason() {
        return reason;
    }

    public String code() {
        return code;
    }

    public String hint() {
        return hint;
    }
}
