package dev.modmon.cli.failure;

import org.jspecify.annotations.Nullable;

/// A command cannot do what it was asked to; the message is for the user.
///
/// Failures are expected: nobody prints their stack trace.
public class Failure extends RuntimeException {
    private final ExitCode exit;
    private final String code;
    private final String hint;

    /// @param code stable, in kebab case
    /// @param message what happened, to which thing: a sentence with a full stop
    /// @param hint what to do next: a sentence with a full stop, or empty
    public Failure(ExitCode exit, String code, String message, String hint) {
        this(exit, code, message, hint, null);
    }

    public Failure(
            ExitCode exit, String code, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.exit = exit;
        this.code = code;
        this.hint = hint;
    }

    public final ExitCode exit() {
        return exit;
    }

    public final String code() {
        return code;
    }

    public final String hint() {
        return hint;
    }

    /// Never null, as that of other exceptions is.
    @Override
    public final String getMessage() {
        String message = super.getMessage();
        return message == null ? code : message;
    }
}
