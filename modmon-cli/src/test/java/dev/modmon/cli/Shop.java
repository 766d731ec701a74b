package dev.modmon.cli;

import dev.modmon.cli.cluster.FakeCluster;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.cli.run.LineRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The project of the tests: a master repo with one commit, and the whole command line in front of it.
final class Shop {
    private static final Path FILES = Path.of("src/test/resources/shop");
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final Path root;
    private final FakeCluster cluster;
    private final TestConsole console;
    private final Map<String, String> environment = new HashMap<>();

    private Shop(Path root, FakeCluster cluster, TestConsole console) {
        this.root = root;
        this.cluster = cluster;
        this.console = console;
        environment.put("MODMON_HOME", root.resolveSibling("home").toString());
    }

    static Shop in(Path folder, FakeCluster.Mood mood, TestConsole console) {
        Path root = folder.resolve("shop");
        try (Stream<Path> files = Files.walk(FILES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = FILES.relativize(file).toString();
                Path copy = root.resolve(name.equals("gitignore") ? ".gitignore" : name);
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Shop(root, new FakeCluster(mood), console);
    }

    Shop committed() {
        WorkTree.create(root, "First");
        return this;
    }

    Shop with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shop write(String file, String text) {
        try {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path root() {
        return root;
    }

    FakeCluster cluster() {
        return cluster;
    }

    TestConsole console() {
        return console;
    }

    ExitCode run(String... words) {
        Surroundings here = new Surroundings(console.console(), environment, root, cluster, NOON);
        return new LineRunner(
                        CommandCatalogue.of(here),
                        console.console(),
                        environment,
                        _ -> ExitCode.DONE)
                .run(List.of(words));
    }
}
