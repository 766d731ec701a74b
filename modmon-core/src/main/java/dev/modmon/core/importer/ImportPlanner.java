package dev.modmon.core.importer;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.importer.ImportPlan.Content;
import dev.modmon.core.project.Project;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decides what master repo a set of Compose files becomes. Everything in them goes under `swarm:`, in their own words
/// where possible.
public final class ImportPlanner {
    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "\\s*(?:export\\s+)?([A-Za-z0-9_]*(?:PASS|SECRET|TOKEN|PRIVATE|_KEY|APIKEY|CREDENTIAL)[A-Za-z0-9_]*)\\s*[=:]\\s*[^\\s#]",
                    Pattern.CASE_INSENSITIVE);

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
        Diagnostics problems = new Diagnostics();
        List<Document> documents = new DocumentReader(problems).read(file.get());
        problems.all().forEach(diagnostics::add);
        if (documents.isEmpty() && !problems.hasErrors()) {
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
        Optional<SourceFile> envFile = originals.text(request.folder().resolve(".env"), ".env");
        ProjectVariables variables = ProjectVariables.of(envFile);
        ReferencedFiles referenced =
                new ReferencedFiles(request, originals, variables, diagnostics);
        ProjectFile project = new ProjectFile(request, referenced, variables);
        List<String> notes = new ArrayList<>();
        SequencedMap<String, Content> files = new LinkedHashMap<>();
        files.put(Project.FILE, new Content.Text(project.text(documents)));
        files.putAll(project.parts());
        files.putAll(referenced.files());
        envFile.ifPresent(it -> addVariables(it, request, files, notes));
        notes.addAll(project.notes());
        originalsInTheWay(request, notes);
        notes.addAll(referenced.notes());
        return new ImportPlan(files, ignored(referenced), notes);
    }

    private static void originalsInTheWay(ImportRequest request, List<String> notes) {
        request.files().stream()
                .filter(file -> request.into().equals(file.getParent()))
                .map(file -> String.valueOf(file.getFileName()))
                .filter(ImportPlan.COMPILED::contains)
                .map(name ->
                        "Compiling writes %s, and that is the original's name here: rename the original."
                                .formatted(name))
                .forEach(notes::add);
    }

    /// Compose reads `.env` beside the file; here each environment has one of its own, in the same syntax.
    private static void addVariables(
            SourceFile variables,
            ImportRequest request,
            SequencedMap<String, Content> files,
            List<String> notes) {
        String file = request.envFile();
        files.put(file, new Content.Text(LiteralBraces.escape(variables.text())));
        List<String> secret =
                variables
                        .text()
                        .lines()
                        .map(SECRET_NAME::matcher)
                        .filter(Matcher::lookingAt)
                        .map(matcher -> matcher.group(1))
                        .distinct()
                        .toList();
        if (!secret.isEmpty()) {
            notes.add(
                    "%s may hold secrets (%s). Before you commit it, write {{SECRETS['name']}} instead of each."
                            .formatted(file, String.join(", ", secret)));
        }
    }

    private static List<String> ignored(ReferencedFiles referenced) {
        List<String> ignored = new ArrayList<>(Project.IGNORED_BY_GIT);
        ignored.addAll(referenced.ignored());
        return ignored;
    }
}
