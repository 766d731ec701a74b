package dev.modmon.cli.run;

import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.catalogue.Dispatcher;
import dev.modmon.cli.catalogue.Line;
import dev.modmon.cli.catalogue.LineParser;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.DiagnosticText;
import dev.modmon.cli.console.FailureText;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.InvalidConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Runs one command line. Whatever goes wrong is reported here, once: for people on standard error, with `--json` as the
/// one object on standard output.
public final class LineRunner {
    private final Dispatcher dispatcher;
    private final Console console;
    private final Function<Optional<Path>, ExitCode> session;
    private final boolean debug;

    /// @param session what a line without a command does
    public LineRunner(
            Catalogue catalogue,
            Console console,
            Map<String, String> environment,
            Function<Optional<Path>, ExitCode> session) {
        this.dispatcher = new Dispatcher(catalogue);
        this.console = console;
        this.session = session;
        this.debug = !environment.getOrDefault("MODMON_DEBUG", "").isEmpty();
    }

    public ExitCode run(List<String> words) {
        try {
            Line line = dispatcher.parser().parse(words);
            return line instanceof Line.Call call
                    ? dispatcher.run(call)
                    : session.apply(((Line.Session) line).directory());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            return report(FailureText.unforeseen(thrown), LineParser.wantsJson(words));
        } finally {
            console.flush();
        }
    }

    private ExitCode report(Failure failure, boolean json) {
        if (debug) {
            failure.printStackTrace();
        }
        if (json) {
            console.print(Json.of(ErrorReport.of(failure)));
            return failure.exit();
        }
        if (failure instanceof InvalidConfiguration invalid) {
            new DiagnosticText(console, invalid.sources()).print(invalid.diagnostics());
        }
        FailureText.print(failure, console);
        return failure.exit();
    }
}
