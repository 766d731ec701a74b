package dev.modmon.cli.failure;

/// How the process ends. The numbers are documented and never change.
public enum ExitCode {
    DONE(0, "done"),
    FAILED(1, "the operation failed or was reverted"),
    USAGE(2, "wrong usage"),
    INVALID(3, "invalid configuration"),
    UNREACHABLE(4, "cluster not reachable"),
    DENIED(5, "not permitted"),
    INTERRUPTED(130, "interrupted");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
