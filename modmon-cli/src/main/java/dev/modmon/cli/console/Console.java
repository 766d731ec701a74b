package dev.modmon.cli.console;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where a command prints and asks: answers on standard output, everything else on standard error.
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Terminals terminals;
    private final Interrupts interrupts;
    private final Function<String, Optional<String>> ask;

    /// @param ask prints a question and reads a line; empty at the end of input
    public Console(
            PrintStream out,
            PrintStream err,
            Terminals terminals,
            Interrupts interrupts,
            Function<String, Optional<String>> ask) {
        this.out = out;
        this.err = err;
        this.terminals = terminals;
        this.interrupts = interrupts;
        this.ask = ask;
    }

    /// That of this process, in UTF-8 whatever the locale says.
    public static Console ofProcess(Map<String, String> environment) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        return new Console(
                out,
                err,
                Terminals.ofProcess(environment),
                Interrupts.ofProcess(),
                question -> askOn(err, question));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)),
                false,
                StandardCharsets.UTF_8);
    }

    private static Optional<String> askOn(PrintStream err, String question) {
        err.print(question);
        err.flush();
        try {
            var lines =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(lines.readLine());
        } catch (IOException broken) {
            throw new UncheckedIOException("Cannot read the answer from standard input.", broken);
        }
    }

    /// A line of the answer.
    public void print(String line) {
        out.println(line);
    }

    /// Text of the answer that brings its own line ends.
    public void printRaw(String text) {
        out.print(text);
    }

    /// A line about the answer: progress, a warning, advice.
    public void note(String line) {
        out.flush();
        err.println(line);
        err.flush();
    }

    /// The same, to be continued or painted over.
    public void noteRaw(String text) {
        err.print(text);
        err.flush();
    }

    public void flush() {
        out.flush();
        err.flush();
    }

    /// Whether nobody reads the answer any more, as after `| head`.
    public boolean isAbandoned() {
        return out.checkError();
    }

    /// Painted where standard output is a terminal.
    public String painted(Style style, String text) {
        return terminals.output() && terminals.colour() ? style.paint(text) : text;
    }

    /// Painted where standard error is a terminal.
    public String paintedNote(Style style, String text) {
        return terminals.error() && terminals.colour() ? style.paint(text) : text;
    }

    /// Whether lines on standard error may be painted over.
    public boolean isLive() {
        return terminals.error();
    }

    /// Whether there is somebody to answer a question.
    public boolean canAsk() {
        return terminals.input() && terminals.error();
    }

    /// The answer to a question; empty when nobody answers any more.
    public Optional<String> ask(String question) {
        return ask.apply(question);
    }

    public boolean confirm(String question) {
        String answer = ask.apply(question + " [y/N] ").orElse("").strip();
        return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    }

    /// Characters that fit in a line of standard output.
    public int width() {
        return terminals.output() ? terminals.width().getAsInt() : Integer.MAX_VALUE;
    }

    /// Characters that fit in a line of standard error.
    public int noteWidth() {
        return terminals.error() ? terminals.width().getAsInt() : Integer.MAX_VALUE;
    }

    public Interrupts.Registration onInterrupt(Runnable farewell) {
        return interrupts.onInterrupt(farewell);
    }
}
