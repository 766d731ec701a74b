package dev.modmon.cli.quickstart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A process that outlives this one. It is known by more than its number, which another process may get.
///
/// @param started RFC 3339
record BackgroundProcess(long pid, String started) {
    /// The kernel's clock and ours drift apart a little.
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Starts it in a session of its own, so that Ctrl-C in this terminal does not reach it.
    static BackgroundProcess start(
            List<String> command, Path log, Path directory, Map<String, String> environment)
            throws IOException {
        List<String> detached = new ArrayList<>();
        onPath("setsid", environment).ifPresent(setsid -> detached.add(setsid.toString()));
        detached.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(detached)
                        .directory(directory.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return of(builder.start().toHandle());
    }

    static BackgroundProcess of(ProcessHandle handle) {
        return new BackgroundProcess(
                handle.pid(), handle.info().startInstant().orElseGet(Instant::now).toString());
    }

    /// One that was started with this argument, by whomever. The quickstart may have been killed before it wrote down the
    /// number of what it started.
    static Optional<BackgroundProcess> startedWith(String argument) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        List.of(process.info().arguments().orElse(new String[0]))
                                .contains(argument))
                .map(BackgroundProcess::of)
                .findFirst();
    }

    static Optional<Path> onPath(String program, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "") + ":/usr/sbin:/sbin:/usr/bin:/bin";
        for (String folder : path.split(":")) {
            Path file = Path.of(folder, program);
            if (!folder.isEmpty() && Files.isExecutable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    @JsonIgnore
    boolean isAlive() {
        return handle().isPresent();
    }

    /// Asks it to end, and after a while makes it.
    void stop() {
        Optional<ProcessHandle> handle = handle();
        handle.ifPresent(ProcessHandle::destroy);
        if (handle.isPresent() && !hasEnded(handle.get())) {
            handle.get().destroyForcibly();
            hasEnded(handle.get());
        }
    }

    private static boolean hasEnded(ProcessHandle handle) {
        try {
            handle.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException | InterruptedException unknown) {
            return !handle.isAlive();
        }
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle handle) {
        Instant then = Instant.parse(started);
        return handle.info()
                .startInstant()
                .filter(now -> Duration.between(then, now).abs().compareTo(TOLERANCE) < 0)
                .isPresent();
    }
}
