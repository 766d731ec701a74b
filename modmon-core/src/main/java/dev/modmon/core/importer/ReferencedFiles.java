package dev.modmon.core.importer;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.importer.ImportPlan.Content;
import dev.modmon.core.importer.Originals.Kind;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// Decides where the files that Compose files lead to will be, and what must be written in their stead.
///
/// What lies in the folder of the Compose files keeps its place in the repo. What lies outside is copied in when compiling
/// needs it, because nothing is read from outside a master repo; otherwise the path is made to lead there from the repo.
final class ReferencedFiles {
    private static final String ELSEWHERE = "imported";
    private static final String ENV_FILE = ".env";

    private final ImportRequest request;
    private final Originals originals;
    private final ProjectVariables variables;
    private final Diagnostics diagnostics;
    private final SequencedMap<String, Content> files = new LinkedHashMap<>();
    private final SequencedSet<String> ignored = new LinkedHashSet<>();
    private final SequencedSet<String> notes = new LinkedHashSet<>();
    private final Map<Path, Path> copies = new HashMap<>();
    private final Set<Path> visited = new HashSet<>();

    /// @param variables of the project, by Compose's `.env`
    ReferencedFiles(
            ImportRequest request,
            Originals originals,
            ProjectVariables variables,
            Diagnostics diagnostics) {
        this.request = request;
        this.originals = originals;
        this.variables = variables;
        this.diagnostics = diagnostics;
    }

    SequencedMap<String, Content> files() {
        return files;
    }

    SequencedSet<String> ignored() {
        return ignored;
    }

    SequencedSet<String> notes() {
        return notes;
    }

    /// Paths of one of the files that are imported.
    Map<Place, String> of(Document document) {
        return visit(document, request.folder(), request.into());
    }

    /// @param from the folder that the document's paths start from
    /// @param to that folder in the repo
    private Map<Place, String> visit(Document document, Path from, Path to) {
        Map<Place, String> texts = new HashMap<>();
        for (Reference reference : References.in(document.root(), variables::putInto)) {
            if (!reference.isLocal()) {
                continue;
            }
            Path original = from.resolve(reference.path()).normalize();
            Path target = target(reference, original);
            take(reference, original, target);
            String path = relative(to, target, reference.path());
            if (!path.equals(reference.path())) {
                texts.put(reference.scalar().place(), reference.with(path));
            }
        }
        return texts;
    }

    private Path target(Reference reference, Path original) {
        if (isProjectsEnvFile(original)) {
            return environmentsFile(reference, original);
        }
        if (original.startsWith(request.folder())) {
            return request.into().resolve(request.folder().relativize(original)).normalize();
        }
        return reference.isCompiled() && originals.kind(original) != Kind.FOLDER
                ? copies.computeIfAbsent(original, this::placeForCopy)
                : original;
    }

    /// The environment's variables are the same ones, unless braces in them mean something there.
    private Path environmentsFile(Reference reference, Path original) {
        if (reference.kind() != Reference.Kind.ENV_FILE) {
            return request.into().resolve(ENV_FILE);
        }
        return variables.haveBraces()
                ? copies.computeIfAbsent(original, this::placeForCopy)
                : request.into().resolve(request.envFile());
    }

    /// A folder has its name in a master repo.
    private boolean isProjectsEnvFile(Path original) {
        return original.equals(request.folder().resolve(ENV_FILE))
                && originals.kind(original) == Kind.FILE;
    }

    private Path placeForCopy(Path original) {
        String name = String.valueOf(original.getFileName());
        Path place = request.into().resolve(ELSEWHERE).resolve(name);
        for (int i = 2; copies.containsValue(place); i++) {
            place = place.resolveSibling(i + "-" + name);
        }
        return place;
    }

    /// As it was written, when that leads there as well.
    private static String relative(Path folder, Path target, String written) {
        if (folder.resolve(written).normalize().equals(target)) {
            return written;
        }
        String path = folder.relativize(target).toString();
        return path.startsWith("..") ? path : "./" + path;
    }

    private void take(Reference reference, Path original, Path target) {
        if (original.equals(target) && reference.kind() != Reference.Kind.SECRET_FILE) {
            return;
        }
        if (isProjectsEnvFile(original)) {
            if (copies.containsKey(original)) {
                copy(original, target);
            }
            if (reference.kind() != Reference.Kind.ENV_FILE) {
                notes.add(
                        "'%s' is used as a file, but is a folder now: %s has what was in it."
                                .formatted(reference.written(), request.envFile()));
            }
            return;
        }
        switch (reference.kind()) {
            case COMPOSE_FILE -> composeFile(original, target);
            case ENV_FILE, CONFIG_FILE -> copy(original, target);
            case SECRET_FILE -> {
                if (!original.equals(target)) {
                    copy(original, target);
                }
                ignored.add("/" + request.into().relativize(target));
            }
            case MOUNT -> mount(reference, original, target);
            case FOLDER -> copy(original.resolve(ENV_FILE), target.resolve(ENV_FILE));
            case BUILD ->
                    notes.add(
                            "Build context '%s' was not copied: build and push its image, or copy it yourself."
                                    .formatted(reference.path()));
        }
    }

    private void copy(Path original, Path target) {
        String path = repoPath(target);
        if (originals.kind(original) == Kind.FILE && !ImportPlan.COMPILED.contains(path)) {
            files.putIfAbsent(path, new Content.CopyOf(original));
        }
    }

    private void mount(Reference reference, Path original, Path target) {
        if (originals.kind(original) == Kind.FILE) {
            copy(original, target);
            return;
        }
        if (originals.kind(original) != Kind.FOLDER) {
            return;
        }
        Optional<List<Path>> inside =
                request.into().startsWith(original) || request.folder().startsWith(original)
                        ? Optional.empty()
                        : originals.files(original);
        inside.ifPresent(
                paths -> paths.forEach(path -> copy(original.resolve(path), target.resolve(path))));
        if (inside.isEmpty()) {
            notes.add(
                    "Folder '%s' was not copied: it is more than configuration. Copy it yourself."
                            .formatted(reference.path()));
        }
    }

    private void composeFile(Path original, Path target) {
        if (!visited.add(original)) {
            return;
        }
        Optional<SourceFile> file = originals.text(original, original.toString());
        if (file.isEmpty()) {
            return;
        }
        List<Document> documents = new DocumentReader(diagnostics).read(file.get());
        Path from = original.resolveSibling("").normalize();
        Path to = target.resolveSibling("").normalize();
        StringBuilder text = new StringBuilder();
        boolean changed = false;
        for (Document document : documents) {
            Map<Place, String> paths = visit(document, from, to);
            changed |= !paths.isEmpty();
            text.append(text.isEmpty() ? "" : "---\n").append(Section.standalone(document, paths));
        }
        files.putIfAbsent(
                repoPath(target),
                changed ? new Content.Text(text.toString()) : new Content.CopyOf(original));
        if (!from.equals(request.folder())) {
            copy(from.resolve(ENV_FILE), to.resolve(ENV_FILE));
        }
    }

    private String repoPath(Path target) {
        return request.into().relativize(target).toString();
    }
}
