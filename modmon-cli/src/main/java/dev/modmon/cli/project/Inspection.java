package dev.modmon.cli.project;

import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.DirectoryTree;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.validation.MasterRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A master repo in the work tree, whatever its state, and what is to be said about it.
///
/// @param repo as far as it can be understood; empty when it cannot at all
/// @param name the project's, or its folder's
public record Inspection(
        Path root,
        SourceTree files,
        Optional<MasterRepo> repo,
        ProjectName name,
        List<Diagnostic> diagnostics) {
    private static final int LONGEST_NAME = 32;
    private static final ProjectName NAMELESS = new ProjectName("project");

    public Inspection {
        diagnostics = List.copyOf(diagnostics);
    }

    /// Reads all files; no environment is compiled.
    ///
    /// @param directory the master repo, or a folder in it
    public static Inspection of(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new UsageFailure("There is no folder '%s'.".formatted(directory), "");
        }
        Path root = rootOf(directory);
        return of(root, new DirectoryTree(root));
    }

    /// The same of files that may not be written yet.
    public static Inspection of(Path root, SourceTree files) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<MasterRepo> repo = MasterRepo.load(files, diagnostics);
        ProjectName name = repo.map(it -> nameOf(it, root, diagnostics)).orElse(NAMELESS);
        return new Inspection(root, files, repo, name, diagnostics.all());
    }

    /// The folder in which the master repo begins that this one is in; the folder itself when it is in none.
    static Path rootOf(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        for (Path at = absolute; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(Project.FILE))) {
                return at;
            }
        }
        return absolute;
    }

    private static ProjectName nameOf(MasterRepo repo, Path root, Diagnostics diagnostics) {
        ProjectName given = repo.project().name();
        if (given != null) {
            return given;
        }
        Optional<ProjectName> usual = nameOf(root);
        if (usual.isPresent()) {
            return usual.get();
        }
        diagnostics.error(
                "project.no-name",
                Place.ofFile(Project.FILE),
                "The project has no name, and the folder's name '%s' cannot be it."
                        .formatted(Objects.toString(root.getFileName(), "")),
                "Add 'name: NAME' to %s.".formatted(Project.FILE));
        return NAMELESS;
    }

    /// The name that a project has when it does not say one: its folder's, if that can be one.
    public static Optional<ProjectName> nameOf(Path root) {
        String folder = Objects.toString(root.getFileName(), "");
        String cleaned = trimmed(folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        String cut =
                cleaned.length() > LONGEST_NAME
                        ? trimmed(cleaned.substring(0, LONGEST_NAME))
                        : cleaned;
        return ProjectName.isValid(cut) ? Optional.of(new ProjectName(cut)) : Optional.empty();
    }

    private static String trimmed(String text) {
        return text.replaceAll("^-+|-+$", "");
    }

    /// This, with what compiling and weighing these environments tells besides. Their tags are left open.
    public Inspection with(Collection<EnvironmentName> environments) {
        Diagnostics all = new Diagnostics();
        diagnostics.forEach(all::add);
        repo.ifPresent(it -> it.check(name, environments, all));
        return new Inspection(root, files, repo, name, all.all());
    }

    /// This, with what there is to be said about any environment.
    public Inspection withRest() {
        return with(environments());
    }

    public List<EnvironmentName> environments() {
        return repo.map(it -> List.copyOf(it.project().environments().keySet())).orElse(List.of());
    }

    /// The same environment.
    ///
    /// @throws UsageFailure when the project has none of this name
    public EnvironmentName known(EnvironmentName environment) {
        if (repo.isPresent() && !environments().contains(environment)) {
            throw new UsageFailure(
                    "Project '%s' has no environment '%s'.".formatted(name, environment),
                    DidYouMean.hint(
                            environment.value(),
                            environments().stream().map(EnvironmentName::value).toList(),
                            "environments"));
        }
        return environment;
    }

    public List<ServiceName> services() {
        return repo.map(it -> List.copyOf(it.project().services().keySet())).orElse(List.of());
    }

    /// This, with every warning as an error.
    public Inspection strict() {
        return new Inspection(
                root, files, repo, name, diagnostics.stream().map(Diagnostic::asError).toList());
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /// The text of a file of the repo.
    public Optional<String> source(String path) {
        return sourceIn(files, path);
    }

    public InvalidConfiguration invalid() {
        return invalid(root, diagnostics, files);
    }

    static InvalidConfiguration invalid(Path root, List<Diagnostic> diagnostics, SourceTree files) {
        return new InvalidConfiguration(
                "The configuration in '%s' is invalid.".formatted(root),
                diagnostics,
                path -> sourceIn(files, path));
    }

    private static Optional<String> sourceIn(SourceTree files, String path) {
        try {
            return files.read(path).map(SourceFile::text);
        } catch (SourceException unreadable) {
            return Optional.empty();
        }
    }
}
