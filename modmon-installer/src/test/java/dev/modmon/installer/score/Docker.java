package dev.modmon.installer.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The docker client as the judge. It asks no engine.
final class Docker {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE_SECONDS = 60;

    /// How a process ended.
    record Result(int exit, String out, String err) {
        boolean isDone() {
            return exit == 0;
        }

        /// The last line that says anything.
        String reason() {
            return err.lines().filter(line -> !line.isBlank()).reduce("", (_, last) -> last);
        }

        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (JacksonException noJson) {
                return JSON.createObjectNode();
            }
        }
    }

    private final String path;

    /// @param path where programs are
    Docker(String path) {
        this.path = path;
    }

    /// What Compose makes of a file.
    ///
    /// @param project overrides the project's name; none when empty
    Result composeConfig(Path file, String project) {
        List<String> words = new ArrayList<>(List.of("compose"));
        if (!project.isEmpty()) {
            words.addAll(List.of("--project-name", project));
        }
        words.addAll(List.of("--file", file.toString(), "config", "--format", "json"));
        return run(words, file.getParent());
    }

    /// Whether a Swarm would take a file.
    Result stackConfig(Path file) {
        return run(List.of("stack", "config", "--compose-file", file.toString()), file.getParent());
    }

    private Result run(List<String> words, Path folder) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", path, "HOME", "/home/score", "PWD", folder.toString()));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> err =
                    CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            CompletableFuture<String> out =
                    CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Result(-1, "", "docker did not end");
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException("docker cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
