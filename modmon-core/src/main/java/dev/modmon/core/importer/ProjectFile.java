package dev.modmon.core.importer;

import dev.modmon.core.importer.ImportPlan.Content;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.source.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The `modmon.yaml` of an import.
///
/// One document goes under `swarm:`. A second one becomes the environment's overrides, which are merged just as Compose
/// merges two files. More than that, or a second one with keys that an environment has not, stay files, which `swarm:`
/// includes: a list in one `path` is merged in its order.
final class ProjectFile {
    private static final Set<String> OVERRIDES =
            Set.of("version", "services", "networks", "volumes", "configs", "secrets");

    private static final String FOLDER_OF_PARTS = "compose/";
    private static final String UNUSABLE_NAME = "imported";
    private static final int LONGEST_NAME = 32;

    private final ImportRequest request;
    private final ReferencedFiles referenced;
    private final ProjectVariables variables;
    private final SequencedMap<String, Content> parts = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    ProjectFile(ImportRequest request, ReferencedFiles referenced, ProjectVariables variables) {
        this.request = request;
        this.referenced = referenced;
        this.variables = variables;
    }

    SequencedMap<String, Content> parts() {
        return parts;
    }

    List<String> notes() {
        return notes;
    }

    String text(List<Document> documents) {
        StringBuilder text = new StringBuilder("version: 1.0\n");
        name(documents).ifPresent(name -> text.append("name: ").append(name).append('\n'));
        text.append("deploy:\n  type: ").append(request.deployType()).append('\n');
        text.append("\nenvironments:\n  ").append(request.environment()).append(":\n");
        text.append(profiles());
        if (documents.size() == 1) {
            return text.append(swarm(documents.getFirst())).toString();
        }
        if (documents.size() == 2 && isOverride(documents.getLast())) {
            Document over = documents.getLast();
            text.append(Section.inTheMiddle(over, referenced.of(over), "    "));
            return text.append(swarm(documents.getFirst())).toString();
        }
        return text.append(inclusion(documents)).toString();
    }

    /// Those that Compose takes from `.env`.
    private String profiles() {
        List<String> profiles =
                variables.find("COMPOSE_PROFILES").stream()
                        .flatMap(list -> Stream.of(list.split(",")))
                        .map(String::strip)
                        .filter(profile -> !profile.isEmpty())
                        .map(Quoted::of)
                        .toList();
        return profiles.isEmpty() ? "" : "    profiles: [" + String.join(", ", profiles) + "]\n";
    }

    private static boolean isOverride(Document document) {
        return document.root().byKey().keySet().stream()
                .allMatch(key -> OVERRIDES.contains(key) || key.startsWith("x-"));
    }

    private String swarm(Document document) {
        String section = Section.of(document, referenced.of(document), "  ");
        return section.isBlank() ? "\nswarm: {}\n" : "\nswarm:\n" + section;
    }

    private String inclusion(List<Document> documents) {
        StringBuilder text = new StringBuilder("\nswarm:\n  include:\n    - path:\n");
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            String path = "%s%d-%s".formatted(FOLDER_OF_PARTS, i + 1, fileName(document));
            Map<Place, String> paths = referenced.of(document);
            parts.put(path, new Content.Text(Section.standalone(document, paths)));
            text.append("        - ").append(Quoted.of(path)).append('\n');
        }
        return text.append("      project_directory: .\n").toString();
    }

    private static String fileName(Document document) {
        return String.valueOf(Path.of(document.source().path()).getFileName())
                .replaceAll("[^A-Za-z0-9._-]", "_");
    }

    /// The last one counts, as with Compose. Without any the folder's name serves, where it can.
    private Optional<ProjectName> name(List<Document> documents) {
        return documents.reversed().stream()
                .flatMap(document -> document.root().get("name").stream())
                .map(node -> variables.putInto(String.valueOf(node.toPlain())))
                .findFirst()
                .or(() -> variables.find("COMPOSE_PROJECT_NAME"))
                .filter(given -> !given.isEmpty())
                .flatMap(this::named)
                .or(this::replacedFolderName);
    }

    private Optional<ProjectName> named(String given) {
        String name = cleaned(given);
        if (!ProjectName.isValid(name)) {
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

    private Optional<ProjectName> replacedFolderName() {
        String folder = cleaned(String.valueOf(request.into().getFileName()));
        return ProjectName.isValid(folder)
                ? Optional.empty()
                : Optional.of(new ProjectName(UNUSABLE_NAME));
    }

    private static String cleaned(String name) {
        String plain = trimmed(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        return plain.length() > LONGEST_NAME ? trimmed(plain.substring(0, LONGEST_NAME)) : plain;
    }

    private static String trimmed(String name) {
        return name.replaceAll("^-+|-+$", "");
    }
}
