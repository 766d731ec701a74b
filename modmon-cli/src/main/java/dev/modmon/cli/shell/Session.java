package dev.modmon.cli.shell;

import dev.modmon.cli.run.LineRunner;
import java.util.List;
import java.util.Set;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.springframework.shell.core.ShellRunner;
import org.springframework.shell.jline.PromptProvider;

/// Reads a line, runs it, and so on. Neither a failed command nor Ctrl-C ends it; `exit`, `quit` and Ctrl-D do.
final class Session implements ShellRunner {
    private static final Set<String> FAREWELLS = Set.of("exit", "quit");

    private final LineReader reader;
    private final PromptProvider prompt;
    private final LineRunner runner;

    Session(LineReader reader, PromptProvider prompt, LineRunner runner) {
        this.reader = reader;
        // Else JLine would take '!' for history and eat backslashes before the line is split.
        reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        this.prompt = prompt;
        this.runner = runner;
    }

    @Override
    public void run(String[] arguments) {
        Thread commands = Thread.currentThread();
        reader.getTerminal().handle(Terminal.Signal.INT, _ -> commands.interrupt());
        while (true) {
            try {
                String line = reader.readLine(prompt.getPrompt().toAnsi(reader.getTerminal()));
                List<String> words = words(line);
                if (words.size() == 1 && FAREWELLS.contains(words.getFirst())) {
                    return;
                }
                if (!words.isEmpty()) {
                    runner.run(words);
                }
            } catch (UserInterruptException lineGivenUp) {
                // The next prompt.
            } catch (EndOfFileException ended) {
                return;
            } finally {
                // A late Ctrl-C was meant for the command that is over.
                Thread.interrupted();
            }
        }
    }

    /// As a shell would split them; the cursor at the start keeps JLine from adding the word to come. A leading `modmon`
    /// is a habit.
    private List<String> words(String line) {
        List<String> words =
                reader.getParser().parse(line, 0, Parser.ParseContext.ACCEPT_LINE).words();
        boolean habit = !words.isEmpty() && words.getFirst().equals("modmon");
        return habit ? words.subList(1, words.size()) : words;
    }
}
