package dev.modmon.cli;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Terminals;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// A console that remembers what was printed and answers what it was told to.
public final class TestConsole {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Deque<String> answers = new ArrayDeque<>();
    private final Deque<Runnable> farewells = new ArrayDeque<>();
    private final Console console;

    private TestConsole(Terminals terminals) {
        console =
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminals,
                        farewell -> {
                            farewells.push(farewell);
                            return () -> farewells.remove(farewell);
                        },
                        question -> {
                            new PrintStream(err, true, StandardCharsets.UTF_8).println(question);
                            return Optional.ofNullable(answers.poll());
                        });
    }

    public static TestConsole piped() {
        return new TestConsole(Terminals.NONE);
    }

    public static TestConsole terminal(int width) {
        return new TestConsole(new Terminals(true, true, true, false, () -> width));
    }

    public static TestConsole colourful() {
        return new TestConsole(new Terminals(true, true, true, true, () -> 100));
    }

    public TestConsole answering(String... lines) {
        answers.addAll(java.util.List.of(lines));
        return this;
    }

    public Console console() {
        return console;
    }

    public String out() {
        console.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        console.flush();
        return err.toString(StandardCharsets.UTF_8);
    }

    public Optional<Runnable> farewell() {
        return Optional.ofNullable(farewells.peek());
    }
}
