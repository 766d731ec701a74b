package dev.modmon.cli.shell;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Terminals;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/// Where commands of the session print and ask: the terminal itself.
final class SessionConsole {
    private static final int USUAL_WIDTH = 80;

    private final Console console;
    private @Nullable LineReader reader;

    SessionConsole(Terminal terminal, Map<String, String> environment) {
        PrintStream stream = new PrintStream(terminal.output(), false, StandardCharsets.UTF_8);
        boolean plain = terminal.getType().startsWith("dumb");
        boolean colour = !plain && environment.getOrDefault("NO_COLOR", "").isEmpty();
        Terminals terminals = new Terminals(true, true, !plain, colour, () -> width(terminal));
        // Ctrl-C interrupts the thread of the command, which then says farewell itself.
        this.console = new Console(stream, stream, terminals, _ -> () -> {}, this::ask);
    }

    private static int width(Terminal terminal) {
        return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
    }

    void asksWith(LineReader lineReader) {
        this.reader = lineReader;
    }

    Console console() {
        return console;
    }

    private Optional<String> ask(String question) {
        LineReader asked = reader;
        if (asked == null) {
            return Optional.empty();
        }
        asked.setVariable(LineReader.DISABLE_HISTORY, true);
        try {
            console.flush();
            return Optional.of(asked.readLine(question));
        } catch (UserInterruptException | EndOfFileException left) {
            return Optional.empty();
        } finally {
            asked.setVariable(LineReader.DISABLE_HISTORY, false);
        }
    }
}
