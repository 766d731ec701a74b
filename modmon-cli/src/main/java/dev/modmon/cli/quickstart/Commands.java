package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.Interrupted;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Programs of the system, called with lists of arguments.
final class Commands {
    private static final int SHOWN_LINES = 15;

    private Commands() {}

    private record Ended(int exit, String output) {}

    static boolean worked(List<String> command) {
        return end(Map.of(), command, "").exit() == 0;
    }

    /// @return what it printed
    static String run(Map<String, String> settings, List<String> command) {
        return run(settings, command, "");
    }

    /// @param input for its standard input
    static String run(Map<String, String> settings, List<String> command, String input) {
        Ended ended = end(settings, command, input);
        if (ended.exit() != 0) {
            throw new Failure(
                    ExitCode.FAILED,
                    "command-failed",
                    "'%s' failed.".formatted(String.join(" ", command)),
                    tail(ended.output()));
        }
        return ended.output();
    }

    private static Ended end(Map<String, String> settings, List<String> command, String input) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(settings);
            Process process = builder.start();
            try (Writer writer = process.outputWriter()) {
                writer.write(input);
            }
            String output = process.inputReader().readAllAsString();
            return new Ended(process.waitFor(), output);
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
