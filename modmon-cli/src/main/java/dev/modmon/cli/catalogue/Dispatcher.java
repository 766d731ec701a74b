package dev.modmon.cli.catalogue;

import dev.modmon.cli.failure.ExitCode;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.ExitStatus;

/// Runs a command through Spring Shell's model, without a Spring context: the one way in for one-shot and interactive
/// use.
public final class Dispatcher {
    private static final PrintWriter NOWHERE = new PrintWriter(Writer.nullWriter());

    private final CommandRegistry registry;
    private final LineParser parser;

    public Dispatcher(Catalogue catalogue) {
        this.registry = catalogue.registry();
        this.parser = new LineParser(catalogue);
    }

    public LineParser parser() {
        return parser;
    }

    /// @throws dev.modmon.cli.failure.Failure when the command does
    public ExitCode run(Line.Call call) {
        // Commands print through the console they were made with; Spring's own writer and reader
        // stay unused.
        CommandContext context =
                new CommandContext(call.input(), registry, NOWHERE, new InputReader() {});
        ExitStatus status = call.command().execute(context);
        return Arrays.stream(ExitCode.values())
                .filter(code -> code.number() == status.code())
                .findFirst()
                .orElse(ExitCode.FAILED);
    }
}
