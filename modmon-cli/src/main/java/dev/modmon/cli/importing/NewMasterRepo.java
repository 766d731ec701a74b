package dev.modmon.cli.importing;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.core.importer.ImportPlan;
import dev.modmon.core.importer.ImportPlan.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/// A folder that becomes a master repo: all of it or nothing.
public final class NewMasterRepo {
    private static final String GITIGNORE = ".gitignore";

    private final Path folder;

    public NewMasterRepo(Path folder) {
        this.folder = folder;
    }

    /// Writes everything aside, then moves it to its place. `.gitignore` gets the lines it lacks; no other file may be
    /// there already.
    ///
    /// @return the files, relative to the folder
    public List<String> write(ImportPlan plan) {
        refuseToOverwrite(plan);
        Deque<Path> made = new ArrayDeque<>();
        try {
            List<String> written = new ArrayList<>();
            createFolders(folder, made);
            Path aside = Files.createTempDirectory(folder, ".modmon-import");
            made.push(aside);
            for (var file : plan.files().entrySet()) {
                put(file.getKey(), file.getValue(), aside, made);
                written.add(file.getKey());
            }
            if (ignore(plan.ignored(), aside)) {
                written.add(GITIGNORE);
            }
            Files.delete(aside);
            return written;
        } catch (IOException unwritable) {
            undo(made);
            throw new Failure(
                    ExitCode.FAILED,
                    "unwritable",
                    "The master repo in '%s' cannot be written: %s."
                            .formatted(folder, unwritable.getMessage()),
                    "Nothing was left behind.",
                    unwritable);
        }
    }

    private void refuseToOverwrite(ImportPlan plan) {
        List<String> taken =
                plan.files().keySet().stream()
                        .flatMap(file -> obstacle(file).stream())
                        .distinct()
                        .toList();
        if (!taken.isEmpty()) {
            throw new Failure(
                    ExitCode.USAGE,
                    "exists",
                    "In '%s' there %s already: %s. Nothing was written."
                            .formatted(
                                    folder,
                                    taken.size() == 1 ? "is a file" : "are files",
                                    String.join(", ", taken)),
                    "Name another folder with '--into DIR'.");
        }
    }

    /// What stands where the file belongs, or where a folder on the way to it does.
    private List<String> obstacle(String file) {
        Path way = Path.of(file);
        for (int steps = 1; steps <= way.getNameCount(); steps++) {
            Path step = way.subpath(0, steps);
            Path place = folder.resolve(step);
            boolean last = steps == way.getNameCount();
            boolean there = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
            if (there && (last || !Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS))) {
                return List.of(step.toString());
            }
        }
        return List.of();
    }

    private void put(String path, Content content, Path aside, Deque<Path> made)
            throws IOException {
        Path fresh = aside.resolve("new");
        switch (content) {
            case Content.Text(var text) -> Files.writeString(fresh, text);
            case Content.CopyOf(var original) -> Files.copy(original, fresh);
        }
        Path place = folder.resolve(path);
        createFolders(place.resolveSibling(""), made);
        Files.move(fresh, place);
        made.push(place);
    }

    private boolean ignore(List<String> lines, Path aside) throws IOException {
        Path file = folder.resolve(GITIGNORE);
        String there = Files.exists(file) ? Files.readString(file) : "";
        List<String> missing =
                lines.stream().filter(line -> there.lines().noneMatch(line::equals)).toList();
        if (missing.isEmpty()) {
            return false;
        }
        Path fresh = aside.resolve("new");
        String gap = there.isEmpty() || there.endsWith("\n") ? "" : "\n";
        Files.writeString(fresh, there + gap + String.join("\n", missing) + "\n");
        Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static void createFolders(Path folder, Deque<Path> made) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.getParent();
            if (parent != null) {
                createFolders(parent, made);
            }
            Files.createDirectory(folder);
            made.push(folder);
        }
    }

    /// The youngest first; a folder that somebody else uses by now stays.
    private static void undo(Deque<Path> made) {
        for (Path path : made) {
            try (Stream<Path> inside = Files.isDirectory(path) ? Files.list(path) : Stream.of()) {
                if (path.getFileName().toString().startsWith(".modmon-import")) {
                    inside.forEach(file -> file.toFile().delete());
                }
                Files.deleteIfExists(path);
            } catch (IOException inUse) {
                // Then it is not ours alone.
            }
        }
    }
}
