package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.core.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The example master repo: a git repository with one commit.
final class ExampleStep implements Step {
    private static final int FIRST_PORT = 8080;

    private final Site site;
    private final Trail trail;
    private final KeyStep key;
    private final Path directory;

    ExampleStep(Site site, Trail trail, KeyStep key, Path directory) {
        this.site = site;
        this.trail = trail;
        this.key = key;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "example";
    }

    @Override
    public Optional<String> present() {
        return trail.find(Mark.ExampleMade.class)
                .filter(made -> !made.commit().isEmpty())
                .filter(made -> Files.exists(Path.of(made.directory(), Project.FILE)))
                .map(made -> sentence(made.directory()));
    }

    private static String sentence(String where) {
        return "The master repo is in %s.".formatted(where);
    }

    @Override
    public String apply() {
        checkFree();
        Mark.ServerStarted server = trail.find(Mark.ServerStarted.class).orElseThrow();
        int port =
                trail.find(Mark.ExampleMade.class)
                        .map(Mark.ExampleMade::port)
                        .orElseGet(() -> Ports.from(FIRST_PORT));
        trail.record(new Mark.ExampleMade(directory.toString(), "", port));
        ExampleRepo repo =
                new ExampleRepo(
                        port, server.sshPort(), server.hostKey(), site.user(), key.publicKey());
        try {
            Files.createDirectories(directory);
            repo.write(directory);
        } catch (IOException unwritable) {
            throw new Failure(
                    ExitCode.FAILED,
                    "unwritable",
                    "The example cannot be written to '%s': %s."
                            .formatted(directory, unwritable.getMessage()),
                    "Choose another folder with --dir.",
                    unwritable);
        }
        WorkTree tree = WorkTree.create(directory, "Modmon quickstart");
        trail.record(new Mark.ExampleMade(directory.toString(), tree.head().value(), port));
        return sentence(directory.toString());
    }

    /// What a run that was cut off left there is ours.
    private void checkFree() {
        boolean begun =
                trail.find(Mark.ExampleMade.class)
                        .filter(made -> made.directory().equals(directory.toString()))
                        .isPresent();
        if (begun) {
            Folders.delete(directory);
            return;
        }
        if (Files.exists(directory) && !isEmpty()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "folder-taken",
                    "There is something in '%s' already.".formatted(directory),
                    "Choose an empty or a new folder with --dir.");
        }
    }

    private boolean isEmpty() {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        } catch (IOException noFolder) {
            return false;
        }
    }

    @Override
    public Optional<String> undo() {
        Optional<Mark.ExampleMade> made = trail.find(Mark.ExampleMade.class);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Path.of(made.get().directory());
        String said = "Removed %s.".formatted(folder);
        if (Files.exists(folder) && isChanged(folder, made.get().commit())) {
            said = "Kept %s: it was changed since.".formatted(folder);
        } else {
            Folders.delete(folder);
        }
        trail.forget(Mark.ExampleMade.class);
        return Optional.of(said);
    }

    private static boolean isChanged(Path folder, String commit) {
        if (commit.isEmpty()) {
            return false;
        }
        try {
            WorkTree tree = WorkTree.at(folder);
            return tree.uncommitted() > 0 || !tree.head().value().equals(commit);
        } catch (Failure noRepository) {
            return true;
        }
    }
}
