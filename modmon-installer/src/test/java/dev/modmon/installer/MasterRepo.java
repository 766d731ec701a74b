package dev.modmon.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// A git repository with a project in it.
@NullMarked
record MasterRepo(Path root, String project, Programs programs) {
    /// The project of the product's introduction, with images that the testbed has, and with a host port of its own.
    void writeIntroduction(Path example, int port) {
        try (Stream<Path> files = Files.walk(example)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> write(example.relativize(file).toString(), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replace(".modmon/modmon.yaml", "name: my-awesome-project", "name: " + project);
        replace(".modmon/modmon.yaml", "image: my-app:{tag}", "image: " + image("app:{tag}"));
        replace(".modmon/modmon.yaml", "postgres:17", image("postgres:15"));
        replace(".modmon/modmon.yaml", "redis:7-alpine", image("redis:7"));
        replace(".modmon/modmon.yaml", "mariadb:11", image("app:v1"));
        replace(
                ".modmon/modmon.yaml",
                "elasticsearch:8.15.0",
                image("app:v1") + "\n      expose: [8080]");
        // The routing mesh needs a kernel module that not every machine has.
        replace(
                ".modmon/modmon.yaml",
                "published: 80",
                "published: %d%n            mode: host".formatted(port));
    }

    /// A project of one service that runs by itself, committed.
    MasterRepo commitCache() {
        return write(
                        ".modmon/modmon.yaml",
                        """
                        version: 1.0
                        name: %s
                        environments:
                          local:
                        swarm:
                          services:
                            cache:
                              image: %s
                        """
                                .formatted(project, image("redis:7")))
                .commit("First");
    }

    static String image(String nameAndTag) {
        return "127.0.0.1:5000/modmon/" + nameAndTag;
    }

    MasterRepo write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MasterRepo replace(String path, String from, String to) {
        String text = read(root.resolve(path));
        if (!text.contains(from)) {
            throw new IllegalStateException("'%s' is not in %s".formatted(from, path));
        }
        return write(path, text.replace(from, to));
    }

    String read(String path) {
        return read(root.resolve(path));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MasterRepo commit(String message) {
        if (!Files.exists(root.resolve(".git"))) {
            git("init", "--quiet");
        }
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message", message);
        return this;
    }

    private void git(String... words) {
        String[] command =
                Stream.concat(Stream.of("git", "-C", root.toString()), Stream.of(words))
                        .toArray(String[]::new);
        programs.run(command).expectExit(0);
    }
}
