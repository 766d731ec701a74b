package dev.modmon.cli.console;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;

/// Failures as a person reads them: what happened, to which thing, and what to do next, indented.
public final class FailureText {
    private FailureText() {}

    public static void print(Failure failure, Console console) {
        console.note(
                console.paintedNote(Style.RED, "modmon:")
                        + " "
                        + Printable.text(failure.getMessage()));
        failure.hint().lines().forEach(line -> console.note("  " + Printable.text(line)));
    }

    /// What nobody foresaw, as a failure that can be reported.
    public static Failure unforeseen(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            return failure;
        }
        if (thrown instanceof StackOverflowError || thrown instanceof OutOfMemoryError) {
            return new Failure(
                    ExitCode.FAILED, "internal", "Modmon ran out of memory.", "", thrown);
        }
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return new Failure(
                ExitCode.FAILED,
                "internal",
                "Something went wrong inside Modmon (%s%s)."
                        .formatted(thrown.getClass().getSimpleName(), message),
                "MODMON_DEBUG=1 shows where; please report it.",
                thrown);
    }
}
