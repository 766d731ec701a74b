package dev.modmon.uiapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a program that a test needs, to its end.
public final class Command {
    private Command() {}

    /// What it wrote.
    public static String run(String... argv) throws IOException, InterruptedException {
        return run(Map.of(), argv);
    }

    public static String run(Map<String, String> environment, String... argv)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(argv).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("%s failed: %s".formatted(String.join(" ", argv), output));
        }
        return output;
    }

    /// Makes a key with OpenSSH's own tool.
    public static void sshKeygen(Path file, String type, String bits, String... more)
            throws IOException, InterruptedException {
        var argv =
                new ArrayList<>(
                        List.of(
                                "ssh-keygen",
                                "-q",
                                "-t",
                                type,
                                "-b",
                                bits,
                                "-N",
                                "",
                                "-C",
                                "",
                                "-f",
                                file.toString()));
        argv.addAll(List.of(more));
        run(argv.toArray(String[]::new));
    }
}
