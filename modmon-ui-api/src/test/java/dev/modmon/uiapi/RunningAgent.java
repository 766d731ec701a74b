package dev.modmon.uiapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// An ssh-agent of its own for one test.
public final class RunningAgent implements AutoCloseable {
    private final Process process;
    private final Path socket;

    private RunningAgent(Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    public static RunningAgent start(Path directory) throws IOException, InterruptedException {
        Path socket = directory.resolve("agent");
        Process process =
                new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Deadline deadline = Deadline.in(10, TimeUnit.SECONDS);
        while (!Files.exists(socket)) {
            deadline.pause("ssh-agent to listen at " + socket);
        }
        return new RunningAgent(process, socket);
    }

    public Path socket() {
        return socket;
    }

    public void add(Path key) throws IOException, InterruptedException {
        Command.run(Map.of("SSH_AUTH_SOCK", socket.toString()), "ssh-add", "-q", key.toString());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
