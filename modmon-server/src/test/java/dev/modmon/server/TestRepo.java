package dev.modmon.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A master repo made by git itself.
public final class TestRepo {
    /// One app, `web`, whose tag is given with each deployment; environments `test` and `other`.
    public static final String PROJECT_FILE =
            """
            version: 1.0
            deploy:
              type: swarm
            environments:
              test:
              other:
            repos:
              app:
                url: git@example.com:shop/app.git
                type: docker
                image: example.com/app:{tag}
                services:
                  web:
                    networks: [default]
            """;

    private final Path folder;

    public TestRepo(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        git("init", "--quiet", "--initial-branch=main");
        write(".modmon/modmon.yaml", PROJECT_FILE);
        write(".env/test.env", "GREETING=hello\n");
        write(".env/other.env", "GREETING=hello\n");
    }

    public Path folder() {
        return folder;
    }

    public TestRepo write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /// @return the id of a commit of everything there is
    public String commit() throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", "Change");
        return git("rev-parse", "HEAD").strip();
    }

    /// @param without commits that the other side has
    public byte[] bundle(String... without) throws IOException, InterruptedException {
        Path file = folder.resolveSibling(folder.getFileName() + ".bundle");
        List<String> arguments =
                new ArrayList<>(List.of("bundle", "create", "--quiet", file.toString(), "HEAD"));
        for (String commit : without) {
            arguments.add("^" + commit);
        }
        git(arguments.toArray(String[]::new));
        return Files.readAllBytes(file);
    }

    public String git(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-C", folder.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "GIT_CONFIG_GLOBAL", "/dev/null",
                                "GIT_CONFIG_NOSYSTEM", "1",
                                "GIT_AUTHOR_NAME", "Test",
                                "GIT_AUTHOR_EMAIL", "test@example.com",
                                "GIT_COMMITTER_NAME", "Test",
                                "GIT_COMMITTER_EMAIL", "test@example.com"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(line + " failed: " + output);
        }
        return output;
    }
}
