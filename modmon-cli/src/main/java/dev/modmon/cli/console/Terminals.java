package dev.modmon.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Which of the three standard streams are terminals, and what that terminal can do.
///
/// @param colour whether escape sequences for colours are welcome
/// @param width in characters, asked for only when something has to fit
public record Terminals(
        boolean input, boolean output, boolean error, boolean colour, IntSupplier width) {
    /// No terminal anywhere: pipes, CI, tests.
    public static final Terminals NONE =
            new Terminals(false, false, false, false, () -> Integer.MAX_VALUE);

    private static final int USUAL_WIDTH = 80;

    /// Those of this process.
    static Terminals ofProcess(Map<String, String> environment) {
        boolean output = isTerminal(1);
        boolean error = isTerminal(2);
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminals(
                isTerminal(0),
                output,
                error && !dumb,
                !dumb && !unwanted,
                output || error ? Terminals::measuredWidth : NONE.width());
    }

    /// The JDK tells only whether input and output both are; Linux names the file behind each descriptor.
    private static boolean isTerminal(int descriptor) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noProc) {
            java.io.Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    private static int measuredWidth() {
        try {
            Process stty =
                    new ProcessBuilder(List.of("stty", "size"))
                            .redirectInput(Path.of("/dev/tty").toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String answer = new String(stty.getInputStream().readAllBytes()).strip();
            stty.waitFor(1, TimeUnit.SECONDS);
            int columns = Integer.parseInt(answer.substring(answer.indexOf(' ') + 1));
            return columns > 0 ? columns : USUAL_WIDTH;
        } catch (IOException | NumberFormatException unknown) {
            return USUAL_WIDTH;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }
}
