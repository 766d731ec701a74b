package dev.modmon.installer.score;

import dev.modmon.cli.CommandCatalogue;
import dev.modmon.cli.cluster.ClusterAccess;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Terminals;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.run.LineRunner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Modmon's commands, run in this process.
final class CommandLine {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path home;

    /// @param home folder of the client's settings
    CommandLine(Path home) {
        this.home = home;
    }

    /// What a command answered to `--json`.
    record Answer(ExitCode exit, JsonNode json, String text) {
        /// Whether something happened that nobody foresaw.
        boolean threw() {
            return json.isMissingNode() || code().equals("internal");
        }

        String code() {
            return json.path("error").path("code").asString("");
        }

        String message() {
            return json.path("error").path("message").asString(text);
        }

        JsonNode diagnostics() {
            return json.path("error").path("diagnostics");
        }
    }

    Answer run(Path folder, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
        Console console =
                new Console(
                        stream,
                        new PrintStream(PrintStream.nullOutputStream()),
                        Terminals.NONE,
                        _ -> () -> {},
                        _ -> Optional.empty());
        Map<String, String> environment = Map.of("MODMON_HOME", home.toString());
        ClusterAccess none =
                cluster -> {
                    throw new IllegalStateException("Nobody may ask for " + cluster);
                };
        Surroundings here = new Surroundings(console, environment, folder, none, Clock.systemUTC());
        ExitCode exit =
                new LineRunner(CommandCatalogue.of(here), console, environment, _ -> ExitCode.USAGE)
                        .run(List.of(words));
        stream.flush();
        return answer(exit, out.toString(StandardCharsets.UTF_8));
    }

    private static Answer answer(ExitCode exit, String text) {
        try {
            return new Answer(exit, JSON.readTree(text), text);
        } catch (JacksonException noJson) {
            return new Answer(exit, JSON.missingNode(), text);
        }
    }
}
