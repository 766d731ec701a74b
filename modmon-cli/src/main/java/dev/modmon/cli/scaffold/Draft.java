package dev.modmon.cli.scaffold;

import dev.modmon.cli.console.Console;
import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.cli.project.ChangedTree;
import dev.modmon.cli.project.FileChanges;
import dev.modmon.cli.project.Inspection;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.InvalidInputException;
import dev.modmon.core.edit.EditableYaml;
import dev.modmon.core.importer.ImportPlan.Content;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ProjectReader;
import dev.modmon.core.source.DirectoryTree;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A master repo as it will be: edits are collected, checked as a whole, and then written at once.
final class Draft {
    private final Path root;
    private final SourceTree base;
    private final SequencedMap<String, String> texts = new LinkedHashMap<>();
    private final SequencedMap<String, Content> copies = new LinkedHashMap<>();

    Draft(Path root) {
        this.root = root;
        this.base = new DirectoryTree(root);
    }

    /// The master repo that a folder is in.
    ///
    /// @throws InvalidConfiguration when it is in none, or its project cannot be read
    static Draft in(Path folder) {
        Inspection found = Inspection.of(folder);
        if (found.repo().isEmpty()) {
            throw found.invalid();
        }
        return new Draft(found.root());
    }

    Path root() {
        return root;
    }

    /// Files that are new or changed.
    List<String> files() {
        return Stream.concat(copies.keySet().stream(), texts.keySet().stream()).sorted().toList();
    }

    boolean isNew(String path) {
        return base.read(path).isEmpty();
    }

    SourceTree tree() {
        return new ChangedTree(base, texts);
    }

    /// As it is with what was edited so far.
    Project project() {
        return new ProjectReader(tree(), new Diagnostics()).read().orElseThrow();
    }

    /// A file's text, with a byte order mark if it has one.
    Optional<String> find(String path) {
        String changed = texts.get(path);
        if (changed != null) {
            return Optional.of(changed);
        }
        // Read by the tree first: it refuses links and what is no text.
        return base.read(path).map(_ -> raw(path));
    }

    private String raw(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void put(String path, String text) {
        texts.put(path, text);
    }

    /// A file that is not read, only written.
    void copy(String path, Path original) {
        copies.put(path, new Content.CopyOf(original));
    }

    /// @param fresh the text to begin with when there is no such file
    /// @throws InvalidConfiguration when the edit is refused
    void edit(String path, String fresh, UnaryOperator<EditableYaml> edit) {
        try {
            EditableYaml yaml = EditableYaml.of(path, find(path).orElse(fresh));
            put(path, edit.apply(yaml).text());
        } catch (InvalidInputException refused) {
            throw new InvalidConfiguration(
                    "'%s' was left as it is.".formatted(path), refused.diagnostics(), this::shown);
        }
    }

    void edit(String path, UnaryOperator<EditableYaml> edit) {
        edit(path, "", edit);
    }

    /// Writes everything, unless that would bring mistakes that were not there before.
    ///
    /// @return what was written, should it have to be taken back
    /// @throws InvalidConfiguration with the new mistakes
    FileChanges write(Console console) {
        Inspection after = Inspection.of(root, tree()).withRest();
        Set<String> known = new HashSet<>();
        Inspection.of(root, base).withRest().diagnostics().forEach(it -> known.add(essence(it)));
        List<Diagnostic> news =
                after.diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .filter(it -> !known.contains(essence(it)))
                        .toList();
        if (!news.isEmpty()) {
            throw new InvalidConfiguration(
                    "Nothing was written: the configuration in '%s' would be invalid."
                            .formatted(root),
                    news,
                    this::shown);
        }
        FileChanges changes = changes();
        changes.apply(console);
        return changes;
    }

    private FileChanges changes() {
        SequencedMap<String, Content> contents = new LinkedHashMap<>(copies);
        texts.forEach((path, text) -> contents.put(path, new Content.Text(text)));
        return new FileChanges(root, contents);
    }

    /// Without the place: an edit moves what stands below it.
    private static String essence(Diagnostic diagnostic) {
        return diagnostic.code() + " " + diagnostic.place().file() + " " + diagnostic.message();
    }

    private Optional<String> shown(String path) {
        try {
            return tree().read(path).map(SourceFile::text);
        } catch (SourceException unreadable) {
            return Optional.empty();
        }
    }
}
