package dev.modmon.cli;

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

    private final LineRunner runner;

    Training(LineRunner runner) {
        this.runner = runner;
    }

    void run(Path lines) {
        read(lines).forEach(line -> runner.run(List.of(line.split("\t"))));
    }

    private static List<String> read(Path lines) {
        try {
            return Files.readAllLines(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the training's lines.", e);
        }
    }
}
