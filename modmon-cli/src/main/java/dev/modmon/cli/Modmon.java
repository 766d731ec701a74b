package dev.modmon.cli;

import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.command.Help;
import dev.modmon.cli.command.Version;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.run.LineRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The entry point. With a command, it runs that and no Spring context starts; without, it is an interactive session.
public final class Modmon {
    private Modmon() {}

    public static void main(String[] words) {
        Map<String, String> environment = System.getenv();
        Console console = Console.ofProcess(environment);
        Catalogue catalogue = new Catalogue();
        catalogue
                .add(Help.SIGNATURE, input -> new Help(console, catalogue).run(input))
                .add(Version.SIGNATURE, input -> new Version(console).run(input));
        LineRunner runner = new LineRunner(catalogue, console, environment, d -> ExitCode.DONE);
        String training = System.getProperty(Training.PROPERTY);
        if (training != null) {
            new Training(runner).run(Path.of(training));
        }
        ExitCode exit = runner.run(List.of(words));
        // Not exit: it would look through every jar for a logger of exits, which takes longer than
        // most commands.
        Runtime.getRuntime().halt(exit.number());
    }
}
