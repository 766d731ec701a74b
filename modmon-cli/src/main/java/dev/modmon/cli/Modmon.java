package dev.modmon.cli;

import dev.modmon.cli.cluster.SshAccess;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.run.LineRunner;
import dev.modmon.cli.shell.InteractiveShell;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// The entry point. With a command, it runs that and no Spring context starts; without, it is an interactive session.
public final class Modmon {
    private Modmon() {}

    public static void main(String[] words) {
        Surroundings here = surroundings(System.getenv());
        LineRunner runner =
                new LineRunner(
                        CommandCatalogue.of(here),
                        here.console(),
                        here.environment(),
                        directory -> session(directory.map(here::in).orElse(here)));
        String training = System.getProperty(Training.PROPERTY);
        if (training != null) {
            new Training(runner, here.console()).run(Path.of(training));
        }
        ExitCode exit = runner.run(List.of(words));
        // Not exit: it would look through every jar for a logger of exits, which takes longer than
        // most commands.
        Runtime.getRuntime().halt(exit.number());
    }

    private static Surroundings surroundings(Map<String, String> environment) {
        return new Surroundings(
                Console.ofProcess(environment),
                environment,
                Path.of("").toAbsolutePath(),
                new SshAccess(environment, Surroundings.homeIn(environment)),
                Clock.systemUTC());
    }

    private static ExitCode session(Surroundings here) {
        return new InteractiveShell(here, CommandCatalogue::of).run();
    }
}
