package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.Interrupted;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Programs of the system, called with lists of arguments.
final class Commands {
    private static final int SHOWN_LINES = 15;

    private Commands() {}

    /// @return what it printed
    static String run(Map<String, String> settings, List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(settings);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = process.inputReader().readAllAsString();
            if (process.waitFor() != 0) {
                throw new Failure(
                        ExitCode.FAILED,
                        "command-failed",
                        "'%s' failed.".formatted(String.join(" ", command)),
                        tail(output));
            }
            return output;
        } catch (IOException notStarted) {
            throw new Failure(
                    ExitCode.FAILED,
                    "command-failed",
                    "'%s' cannot be started.".formatted(command.getFirst()),
                    "",
                    notStarted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted(
                    "Interrupted while '%s' was running.".formatted(command.getFirst()), "");
        }
    }

    /// The end of a longer text, which is where the reason stands.
    static String tail(String output) {
        List<String> lines = output.lines().toList();
        return lines.stream()
                .skip(Math.max(0, lines.size() - SHOWN_LINES))
                .collect(Collectors.joining("\n"));
    }
}
