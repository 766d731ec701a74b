package dev.modmon.cli.git;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.Interrupted;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The `git` program, always called with a list of arguments.
final class Git {
    private final Path directory;

    Git(Path directory) {
        this.directory = directory;
    }

    /// What a call printed.
    ///
    /// @param exit 0 when it worked
    record Answer(int exit, String out, String err) {
        boolean worked() {
            return exit == 0;
        }
    }

    Answer call(String... arguments) {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            Process process = builder(command).start();
            process.getOutputStream().close();
            // Errors are short; reading them on a thread of their own keeps both pipes from filling
            // up.
            StringBuilder err = new StringBuilder();
            Thread errors = Thread.ofVirtual().start(() -> err.append(text(process.errorReader())));
            String out = text(process.inputReader(StandardCharsets.UTF_8));
            int exit = process.waitFor();
            errors.join();
            return new Answer(exit, out, err.toString().strip());
        } catch (IOException notStarted) {
            throw new Failure(
                    ExitCode.FAILED,
                    "git-missing",
                    "The program 'git' cannot be started.",
                    "Install git; Modmon deploys commits of the master repo.",
                    notStarted);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Interrupted("Interrupted while git was running.", "");
        }
    }

    /// The same, for calls that can only fail for reasons that git explains best.
    String require(String what, String... arguments) {
        Answer answer = call(arguments);
        if (!answer.worked()) {
            throw new Failure(ExitCode.FAILED, "git-failed", what, "git says: " + answer.err());
        }
        return answer.out();
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        // Inside a hook these point to another repository than the one in this directory.
        builder.environment().keySet().removeIf(Git::isLocation);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        return builder;
    }

    private static boolean isLocation(String variable) {
        return variable.equals("GIT_DIR")
                || variable.equals("GIT_WORK_TREE")
                || variable.equals("GIT_INDEX_FILE")
                || variable.equals("GIT_PREFIX")
                || variable.equals("GIT_OBJECT_DIRECTORY");
    }

    private static String text(Reader reader) {
        try (reader) {
            return reader.readAllAsString();
        } catch (IOException closed) {
            return "";
        }
    }
}
