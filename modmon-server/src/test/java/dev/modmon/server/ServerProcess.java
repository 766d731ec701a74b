package dev.modmon.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server as a process of its own, that can be killed.
final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// @param main a class with a main method that starts a server
    static ServerProcess start(Class<?> main, Path directory, String... arguments)
            throws IOException {
        Path log = Files.createTempFile(directory, "server", ".log");
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName()));
        line.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(line)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new ServerProcess(process, log);
    }

    /// Waits until it says in its state directory that it answers.
    ServerProcess awaitReady(Path state) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(START_LIMIT);
        while (!Files.exists(state.resolve("server.json"))) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("Not ready: " + output());
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return this;
    }

    /// What it wrote once it has ended.
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It does not end.");
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    void terminate() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
