package dev.modmon.cli.project;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.StackCompiler;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.DirectoryTree;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.validation.MasterRepo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// A master repo in the work tree, read and free of mistakes.
public final class Workspace {
    private static final int LONGEST_NAME = 32;

    private final Path root;
    private final SourceTree files;
    private final MasterRepo repo;
    private final ProjectName name;
    private final List<Diagnostic> warnings;

    private Workspace(
            Path root,
            SourceTree files,
            MasterRepo repo,
            ProjectName name,
            List<Diagnostic> warnings) {
        this.root = root;
        this.files = files;
        this.repo = repo;
        this.name = name;
        this.warnings = warnings;
    }

    /// @param directory the master repo, or a folder in it
    /// @throws InvalidConfiguration with everything that is wrong
    public static Workspace load(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new UsageFailure("There is no folder '%s'.".formatted(directory), "");
        }
        Path root = rootOf(directory.toAbsolutePath().normalize());
        SourceTree files = new DirectoryTree(root);
        Diagnostics diagnostics = new Diagnostics();
        Optional<MasterRepo> repo = MasterRepo.load(files, diagnostics);
        if (diagnostics.hasErrors() || repo.isEmpty()) {
            throw invalid(root, files, diagnostics);
        }
        return new Workspace(root, files, repo.get(), nameOf(repo.get(), root), diagnostics.all());
    }

    private static Path rootOf(Path directory) {
        for (Path at = directory; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(Project.FILE))) {
                return at;
            }
        }
        return directory;
    }

    private static ProjectName nameOf(MasterRepo repo, Path root) {
        ProjectName given = repo.project().name();
        if (given != null) {
            return given;
        }
        String folder = Objects.toString(root.getFileName(), "");
        String cleaned = trimmed(folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        String cut =
                cleaned.length() > LONGEST_NAME
                        ? trimmed(cleaned.substring(0, LONGEST_NAME))
                        : cleaned;
        if (!ProjectName.isValid(cut)) {
            throw new Failure(
                    ExitCode.INVALID,
                    "project-name",
                    "The folder's name '%s' cannot be the project's.".formatted(folder),
                    "Add 'name: NAME' to %s.".formatted(Project.FILE));
        }
        return new ProjectName(cut);
    }

    private static String trimmed(String text) {
        return text.replaceAll("^-+|-+$", "");
    }

    private static InvalidConfiguration invalid(
            Path root, SourceTree files, Diagnostics diagnostics) {
        return new InvalidConfiguration(
                "The configuration in '%s' is invalid.".formatted(root),
                diagnostics.all(),
                path -> sourceIn(files, path));
    }

    public Path root() {
        return root;
    }

    public ProjectName name() {
        return name;
    }

    public List<EnvironmentName> environments() {
        return List.copyOf(repo.project().environments().keySet());
    }

    public List<ServiceName> services() {
        return List.copyOf(repo.project().services().keySet());
    }

    /// The text of a file of the repo.
    public Optional<String> source(String path) {
        return sourceIn(files, path);
    }

    private static Optional<String> sourceIn(SourceTree files, String path) {
        try {
            return files.read(path).map(SourceFile::text);
        } catch (SourceException unreadable) {
            return Optional.empty();
        }
    }

    /// The same environment.
    ///
    /// @throws UsageFailure when the project has none of this name
    public EnvironmentName known(EnvironmentName environment) {
        if (!repo.project().environments().containsKey(environment)) {
            throw new UsageFailure(
                    "Project '%s' has no environment '%s'.".formatted(name, environment),
                    DidYouMean.hint(
                            environment.value(),
                            environments().stream().map(EnvironmentName::value).toList(),
                            "environments"));
        }
        return environment;
    }

    /// The only environment.
    ///
    /// @throws UsageFailure when there are several, or none
    public EnvironmentName only() {
        if (environments().size() != 1) {
            throw new UsageFailure(
                    "Project '%s' has %s; say which."
                            .formatted(
                                    name,
                                    environments().isEmpty()
                                            ? "no environments"
                                            : environments().size() + " environments"),
                    "It has: "
                            + String.join(
                                    ", ", environments().stream().map(Object::toString).toList()));
        }
        return environments().getFirst();
    }

    /// Compiles environments with their tags left open.
    ///
    /// @return warnings
    /// @throws InvalidConfiguration with everything that is wrong in any of them
    public List<Diagnostic> check(List<EnvironmentName> environments) {
        Diagnostics diagnostics = new Diagnostics();
        warnings.forEach(diagnostics::add);
        StackCompiler compiler = new StackCompiler(diagnostics);
        environments.forEach(
                e -> compiler.compile(repo.project(), name, e, ImageTags.notKnownYet()));
        if (diagnostics.hasErrors()) {
            throw invalid(root, files, diagnostics);
        }
        return diagnostics.all();
    }

    /// @throws InvalidConfiguration when it cannot be compiled
    public CompiledStack compile(EnvironmentName environment, ImageTags tags) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<CompiledStack> compiled =
                new StackCompiler(diagnostics).compile(repo.project(), name, environment, tags);
        if (diagnostics.hasErrors() || compiled.isEmpty()) {
            throw invalid(root, files, diagnostics);
        }
        return compiled.get();
    }

    /// Where an environment runs.
    ///
    /// @throws InvalidConfiguration when the files do not say
    public Cluster cluster(EnvironmentName environment) {
        Diagnostics diagnostics = new Diagnostics();
        Environment wanted = Objects.requireNonNull(repo.project().environments().get(environment));
        return repo.clusters()
                .of(wanted, diagnostics)
                .orElseThrow(() -> invalid(root, files, diagnostics));
    }

    /// The one cluster that all environments run on; empty when there are several.
    public Optional<Cluster> commonCluster() {
        List<Cluster> clusters = new ArrayList<>();
        environments().forEach(environment -> clusters.add(cluster(environment)));
        return clusters.stream().distinct().count() == 1
                ? Optional.of(clusters.getFirst())
                : Optional.empty();
    }

    /// What the files are a version of, for the head of compiled files.
    public String version() {
        try {
            WorkTree tree = WorkTree.at(root);
            return tree.uncommitted() == 0
                    ? tree.head().value()
                    : tree.head().value() + ", with uncommitted changes";
        } catch (Failure noGit) {
            return "none";
        }
    }
}
