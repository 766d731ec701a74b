package dev.modmon.cli.project;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Interrupts;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.core.importer.ImportPlan.Content;
import dev.modmon.core.source.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Files that get another text or are new: all of them, or none.
public final class FileChanges {
    private final Path root;
    private final SequencedMap<String, Content> contents;
    private final SequencedMap<Path, Path> aside = new LinkedHashMap<>();
    private final Map<Path, byte[]> before = new LinkedHashMap<>();
    private final Deque<Path> made = new ArrayDeque<>();

    /// @param contents by path below the root
    public FileChanges(Path root, SequencedMap<String, Content> contents) {
        this.root = root;
        this.contents = contents;
    }

    /// Writes everything aside, then moves it to its place. When that fails half-way, what was there is put back.
    ///
    /// @throws Failure when it cannot be done; then everything is as it was
    public void apply(Console console) {
        try (Interrupts.Registration _ = console.onInterrupt(this::removeAside)) {
            contents.keySet().forEach(this::refuseLinks);
            for (var content : contents.entrySet()) {
                prepare(root.resolve(content.getKey()), content.getValue());
            }
            for (var file : aside.entrySet()) {
                move(file.getValue(), file.getKey());
            }
        } catch (IOException unwritable) {
            undo();
            throw new Failure(
                    ExitCode.FAILED,
                    "unwritable",
                    "The files in '%s' cannot be written: %s.".formatted(root, reason(unwritable)),
                    "Everything is as it was.",
                    unwritable);
        }
    }

    private static String reason(IOException unwritable) {
        return unwritable.getClass().getSimpleName() + " " + unwritable.getMessage();
    }

    /// No link leads out of the repo.
    private void refuseLinks(String path) {
        Path at = root;
        for (String step : SourcePath.of(path).steps()) {
            at = at.resolve(step);
            if (Files.isSymbolicLink(at)) {
                throw new Failure(
                        ExitCode.FAILED,
                        "link",
                        "'%s' is a symbolic link, or lies behind one; links are not followed."
                                .formatted(path),
                        "Put the file itself there.");
            }
        }
    }

    /// What is there keeps its permissions, and a copy has those of its original: a script stays one.
    private void prepare(Path file, Content content) throws IOException {
        createFolders(file.resolveSibling(""));
        Path fresh = Files.createTempFile(file.resolveSibling(""), ".modmon", ".new");
        aside.put(file, fresh);
        switch (content) {
            case Content.Text(var text) -> {
                Files.writeString(fresh, text);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            }
            case Content.CopyOf(var original) ->
                    Files.copy(original, fresh, StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
        }
    }

    private void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                createFolders(parent);
            }
            Files.createDirectory(folder);
            made.push(folder);
        }
    }

    private void move(Path fresh, Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            before.put(file, Files.readAllBytes(file));
        } else {
            made.push(file);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Takes back what was written, the youngest first.
    public void undo() {
        removeAside();
        before.forEach((file, content) -> {
            try {
                Files.write(file, content);
            } catch (IOException lost) {
                // The disk does not take what it held before; there is nothing left to try.
            }
        });
        made.forEach(FileChanges::delete);
    }

    private void removeAside() {
        aside.values().forEach(FileChanges::delete);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            // A folder that somebody else uses by now stays.
        }
    }
}
