package dev.modmon.installer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/// An interactive session in a pseudo-terminal, which `script` makes.
@NullMarked
final class Terminal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ESCAPE = Pattern.compile("\u001b(\\[[0-9;?]*[A-Za-z]|[=>])");

    private final Process process;
    private final Writer keyboard;
    private final StringBuilder screen = new StringBuilder();

    private Terminal(Process process) {
        this.process = process;
        this.keyboard = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::read);
    }

    static Terminal open(Programs programs, MasterRepo repo) {
        String command =
                "stty cols 120 rows 40; exec " + String.join(" ", Installation.modmonCommand(repo));
        return new Terminal(
                programs.converse(
                        List.of(
                                "script",
                                "--quiet",
                                "--return",
                                "--command",
                                command,
                                "/dev/null")));
    }

    private void read() {
        try (Reader reader =
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                synchronized (screen) {
                    screen.append((char) next);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void type(String line) {
        try {
            keyboard.write(line + "\r");
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitText(line); // its echo
    }

    /// Takes what was shown up to and with a text, without escape sequences.
    String awaitText(String text) {
        Programs.await("'%s' appears".formatted(text), PATIENCE, () -> shown().contains(text));
        synchronized (screen) {
            String shown = shown();
            int end = shown.indexOf(text) + text.length();
            String taken = shown.substring(0, end);
            screen.setLength(0);
            screen.append(shown.substring(end));
            return taken;
        }
    }

    private String shown() {
        synchronized (screen) {
            return ESCAPE.matcher(screen).replaceAll("");
        }
    }

    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The session goes on: " + shown());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Programs.stop(process);
    }
}
