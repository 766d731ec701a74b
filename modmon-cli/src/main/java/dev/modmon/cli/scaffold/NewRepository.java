package dev.modmon.cli.scaffold;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.cli.project.FileChanges;
import dev.modmon.cli.quickstart.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder that becomes a git repository with a draft in it. Nothing is left of it when that fails.
final class NewRepository {
    private final Path folder;
    private final boolean isRepository;
    private final boolean isEmpty;

    private NewRepository(Path folder, boolean isRepository, boolean isEmpty) {
        this.folder = folder;
        this.isRepository = isRepository;
        this.isEmpty = isEmpty;
    }

    /// @throws Failure when it lies inside another repository
    static NewRepository in(Path folder) {
        Optional<Path> around = WorkTree.rootAround(existing(folder));
        if (around.isPresent() && !isSame(around.get(), folder)) {
            throw new Failure(
                    ExitCode.FAILED,
                    "not-the-root",
                    "'%s' lies inside the git repository '%s'.".formatted(folder, around.get()),
                    "A master repo is a repository of its own: choose a folder outside.");
        }
        return new NewRepository(folder, around.isPresent(), isEmpty(folder));
    }

    private static Path existing(Path folder) {
        Path at = folder;
        while (!Files.isDirectory(at)) {
            Path parent = at.getParent();
            if (parent == null || Files.exists(at)) {
                throw new Failure(
                        ExitCode.FAILED,
                        "no-folder",
                        "'%s' is no folder.".formatted(at),
                        "Choose another place.");
            }
            at = parent;
        }
        return at;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException noFolder) {
            return true;
        }
    }

    /// Writes the draft. What was there before is never committed.
    ///
    /// @return whether there is a first commit of it
    boolean fill(Draft draft, Console console) {
        FileChanges written = draft.write(console);
        try {
            if (isEmpty) {
                WorkTree.create(folder, "Start the master repo");
            } else if (!isRepository) {
                WorkTree.init(folder);
            }
            return isEmpty;
        } catch (Failure noGit) {
            if (!isRepository) {
                Folders.delete(folder.resolve(".git"));
            }
            written.undo();
            throw noGit;
        }
    }
}
