package dev.modmon.cli.failure;

/// The user pressed Ctrl-C while a command waited.
public final class Interrupted extends Failure {
    public Interrupted(String message, String hint) {
        super(ExitCode.INTERRUPTED, "interrupted", message, hint);
    }
}
