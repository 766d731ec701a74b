package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import java.util.List;
import java.util.Map;

/// `modmon version`
public final class Version {
    /// That of the Maven project; a test holds the two against each other. A constant, because reading it from the jar
    /// takes longer than all else this command does.
    public static final String NUMBER = "0.1.0-SNAPSHOT";

    public static final Signature SIGNATURE =
            new Signature(
                    "version",
                    Groups.OTHER,
                    "Print the version of this command line",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("modmon version --json"));

    private final Console console;

    public Version(Console console) {
        this.console = console;
    }

    public ExitCode run(Input input) {
        console.print(
                input.get(CommonOptions.JSON)
                        ? Json.of(Map.of("version", NUMBER))
                        : "modmon " + NUMBER);
        return ExitCode.DONE;
    }
}
