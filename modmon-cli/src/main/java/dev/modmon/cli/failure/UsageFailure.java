package dev.modmon.cli.failure;

/// The command line is wrong; the hint shows the right one.
public final class UsageFailure extends Failure {
    public UsageFailure(String message, String hint) {
        super(ExitCode.USAGE, "usage", message, hint);
    }
}
