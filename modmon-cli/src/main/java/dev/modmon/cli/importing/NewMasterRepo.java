package dev.modmon.cli.importing;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.project.FileChanges;
import dev.modmon.core.importer.ImportPlan;
import dev.modmon.core.importer.ImportPlan.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A folder that becomes a master repo: all of it or nothing.
public final class NewMasterRepo {
    private static final String GITIGNORE = ".gitignore";

    private final Path folder;

    public NewMasterRepo(Path folder) {
        this.folder = folder;
    }

    /// Writes everything. `.gitignore` gets the lines it lacks; no other file may be there already.
    ///
    /// @return the files, relative to the folder
    public List<String> write(ImportPlan plan, Console console) {
        refuseToOverwrite(plan);
        SequencedMap<String, Content> contents = new LinkedHashMap<>(plan.files());
        ignored(plan.ignored()).ifPresent(text -> contents.put(GITIGNORE, new Content.Text(text)));
        new FileChanges(folder, contents).apply(console);
        return List.copyOf(contents.keySet());
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

    /// `.gitignore` with these lines; empty when it has them all.
    private Optional<String> ignored(List<String> lines) {
        String there = gitignore();
        List<String> missing =
                lines.stream().filter(line -> there.lines().noneMatch(line::equals)).toList();
        String gap = there.isEmpty() || there.endsWith("\n") ? "" : "\n";
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(there + gap + String.join("\n", missing) + "\n");
    }

    private String gitignore() {
        Path file = folder.resolve(GITIGNORE);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new Failure(
                    ExitCode.FAILED,
                    "unreadable",
                    "'%s' cannot be read: %s.".formatted(file, unreadable.getMessage()),
                    "Nothing was written.",
                    unreadable);
        }
    }
}
