package dev.modmon.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Starts real processes in a folder and an environment of their own: nobody's settings and keys but those
/// of the test.
@NullMarked
final class Programs {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Path directory;
    private final Map<String, String> environment;
    private final Duration longest;

    Programs(Path directory, Map<String, String> environment) {
        this(directory, environment, LONGEST);
    }

    /// @param longest that a program may take
    Programs(Path directory, Map<String, String> environment, Duration longest) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
        this.longest = longest;
    }

    Run run(String... command) {
        return run(List.of(command));
    }

    Run run(List<String> command) {
        Path out = null;
        Path err = null;
        try {
            out = Files.createTempFile("modmon", ".out");
            err = Files.createTempFile("modmon", ".err");
            Process process =
                    builder(command)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            boolean ended = process.waitFor(longest.toSeconds(), TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            Run run =
                    new Run(
                            command,
                            process.exitValue(),
                            Files.readString(out),
                            Files.readString(err));
            if (!ended) {
                throw new IllegalStateException("Still running after " + longest + ": " + run);
            }
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            delete(out);
            delete(err);
        }
    }

    /// Starts a process whose output goes to a file, to be ended by the caller.
    Process start(Path log, List<String> command) {
        try {
            return builder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command, e);
        }
    }

    /// Starts a process that the caller talks to.
    Process converse(List<String> command) {
        try {
            return builder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command, e);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("MODMON_") || name.startsWith("SSH_"));
        builder.environment().putAll(environment);
        return builder;
    }

    /// Asks to end, then insists.
    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until it holds.
    static void await(String what, Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("After %s still not: %s".formatted(limit, what));
            }
            pause();
        }
    }

    static List<Integer> freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Programs::close);
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
