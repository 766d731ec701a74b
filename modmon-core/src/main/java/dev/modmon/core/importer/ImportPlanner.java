package dev.modmon.core.importer;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.importer.ImportPlan.Content;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// Decides what master repo a set of Compose files becomes. Everything in them goes under `swarm:`, in their own words
/// where possible.
public final class ImportPlanner {
    private final Originals originals;
    private final Diagnostics diagnostics;

    public ImportPlanner(Originals originals, Diagnostics diagnostics) {
        this.originals = originals;
        this.diagnostics = diagnostics;
    }

    /// The plan, or empty when a file cannot be read; the diagnostics say why.
    public Optional<ImportPlan> plan(ImportRequest request) {
        try {
            List<Document> documents = new ArrayList<>();
            for (Path file : request.files()) {
                documents.addAll(read(request, file));
            }
            return diagnostics.hasErrors() || documents.isEmpty()
                    ? Optional.empty()
                    : Optional.of(plan(request, documents));
        } catch (SourceException unreadable) {
            diagnostics.error(
                    "source.unreadable",
                    Place.ofFile(unreadable.path()),
                    String.valueOf(unreadable.getMessage()),
                    "");
            return Optional.empty();
        }
    }

    private List<Document> read(ImportRequest request, Path path) {
        String name = shown(request, path);
        Optional<SourceFile> file = originals.text(path, name);
        if (file.isEmpty()) {
            diagnostics.error(
                    "import.no-file",
                    Place.ofFile(name),
                    "There is no file '%s'.".formatted(path),
                    "Name a Compose or stack file, such as docker-compose.yml.");
            return List.of();
        }
        List<Document> documents = new DocumentReader(diagnostics).read(file.get());
        if (documents.isEmpty() && !diagnostics.hasErrors()) {
            diagnostics.error(
                    "import.empty-file",
                    Place.ofFile(name),
                    "There is nothing in '%s'.".formatted(path),
                    "Name a Compose or stack file, such as docker-compose.yml.");
        }
        return documents;
    }

    private static String shown(ImportRequest request, Path path) {
        return path.startsWith(request.folder())
                ? request.folder().relativize(path).toString()
                : path.toString();
    }

    private ImportPlan plan(ImportRequest request, List<Document> documents) {
        ReferencedFiles referenced = new ReferencedFiles(request, originals, diagnostics);
        List<String> notes = new ArrayList<>();
        SequencedMap<String, Content> files = new LinkedHashMap<>();
        files.put(
                Project.FILE,
                new Content.Text(projectFile(request, documents.getFirst(), referenced, notes)));
        files.putAll(referenced.files());
        notes.addAll(referenced.notes());
        return new ImportPlan(files, ignored(referenced), notes);
    }

    private static List<String> ignored(ReferencedFiles referenced) {
        List<String> ignored =
                new ArrayList<>(
                        List.of(
                                "/docker-stack.yaml",
                                "/docker-compose.yaml",
                                "/depot/",
                                "/.modmon/secrets/"));
        ignored.addAll(referenced.ignored());
        return ignored;
    }

    private static String projectFile(
            ImportRequest request,
            Document document,
            ReferencedFiles referenced,
            List<String> notes) {
        StringBuilder text = new StringBuilder("version: 1.0\n");
        document.root()
                .get("name")
                .flatMap(node -> name(node, notes))
                .ifPresent(name -> text.append("name: ").append(name).append('\n'));
        text.append("deploy:\n  type: ").append(request.deployType()).append('\n');
        text.append("\nenvironments:\n  ").append(request.environment()).append(":\n");
        text.append("\nswarm:\n");
        text.append(SwarmSection.of(document, referenced.of(document)));
        return text.toString();
    }

    private static Optional<ProjectName> name(YamlNode node, List<String> notes) {
        String given = String.valueOf(node.toPlain());
        String name = given.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        if (!ProjectName.isValid(name) || given.contains("$")) {
            notes.add(
                    "The name '%s' cannot be a project's; it is named after its folder."
                            .formatted(given));
            return Optional.empty();
        }
        if (!name.equals(given)) {
            notes.add("The project is named '%s', after '%s'.".formatted(name, given));
        }
        return Optional.of(new ProjectName(name));
    }
}
