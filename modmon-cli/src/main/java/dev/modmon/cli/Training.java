package dev.modmon.cli;

import dev.modmon.cli.command.SampleAnswers;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.run.LineRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Runs many command lines in one process, so that the build can record what they load. What fails has
/// been trained as well.
final class Training {
    /// System property: a file with a command line on each line, tabs between its words.
    static final String PROPERTY = "modmon.training";

    /// What OpenSSH's answers make the SSH client load; the server of the training is no OpenSSH.
    private static final List<String> MET_WITH_OPENSSH =
            List.of(
                    "org.apache.sshd.common.kex.extension.parser.HostBoundPubkeyAuthentication",
                    "org.apache.sshd.common.session.helpers.ReservedSessionMessagesHandlerAdapter");

    private final LineRunner runner;
    private final Console console;

    Training(LineRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    void run(Path lines) {
        List<String> all = read(lines);
        all.forEach(line -> runner.run(List.of(line.split("\t"))));
        if (all.stream().anyMatch(line -> line.startsWith("status"))) {
            SampleAnswers.print(console);
            MET_WITH_OPENSSH.forEach(Training::load);
        }
    }

    private static void load(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "The SSH client has no %s any more.".formatted(type), e);
        }
    }

    private static List<String> read(Path lines) {
        try {
            return Files.readAllLines(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the training's lines.", e);
        }
    }
}
