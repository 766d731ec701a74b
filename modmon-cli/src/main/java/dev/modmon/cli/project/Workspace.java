package dev.modmon.cli.project;

import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.failure.InvalidConfiguration;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.compiler.CompiledDocument;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.StackCompiler;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.DeploySettings;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.validation.MasterRepo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// A master repo in the work tree, read and free of mistakes.
public final class Workspace {
    private final Inspection inspection;
    private final MasterRepo repo;

    private Workspace(Inspection inspection, MasterRepo repo) {
        this.inspection = inspection;
        this.repo = repo;
    }

    /// @param directory the master repo, or a folder in it
    /// @throws InvalidConfiguration with everything that is wrong
    public static Workspace load(Path directory) {
        Inspection found = Inspection.of(directory);
        if (found.repo().isEmpty() || found.hasErrors()) {
            throw found.withRest().invalid();
        }
        return new Workspace(found, found.repo().get());
    }

    private InvalidConfiguration invalid(Diagnostics diagnostics) {
        return Inspection.invalid(inspection.root(), diagnostics.all(), inspection.files());
    }

    public Path root() {
        return inspection.root();
    }

    public ProjectName name() {
        return inspection.name();
    }

    public List<EnvironmentName> environments() {
        return inspection.environments();
    }

    public List<ServiceName> services() {
        return List.copyOf(repo.project().services().keySet());
    }

    /// The text of a file of the repo.
    public Optional<String> source(String path) {
        return inspection.source(path);
    }

    /// The same environment.
    ///
    /// @throws UsageFailure when the project has none of this name
    public EnvironmentName known(EnvironmentName environment) {
        return inspection.known(environment);
    }

    /// The only environment.
    ///
    /// @throws UsageFailure when there are several, or none
    public EnvironmentName only() {
        if (environments().size() != 1) {
            throw new UsageFailure(
                    "Project '%s' has %s; say which."
                            .formatted(
                                    name(),
                                    environments().isEmpty()
                                            ? "no environments"
                                            : environments().size() + " environments"),
                    "It has: "
                            + String.join(
                                    ", ", environments().stream().map(Object::toString).toList()));
        }
        return environments().getFirst();
    }

    /// @param warnings is told of what compiles but is not as it was written
    /// @throws InvalidConfiguration when it cannot be compiled
    public CompiledStack compile(
            EnvironmentName environment, ImageTags tags, Consumer<List<Diagnostic>> warnings) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<CompiledStack> compiled =
                new StackCompiler(repo.files(), diagnostics)
                        .compile(repo.project(), name(), environment, tags);
        if (diagnostics.hasErrors() || compiled.isEmpty()) {
            throw invalid(diagnostics);
        }
        warnings.accept(diagnostics.all());
        return compiled.get();
    }

    /// The same as a document of plain Compose.
    ///
    /// @throws InvalidConfiguration when it cannot be compiled
    public CompiledDocument compose(
            EnvironmentName environment, ImageTags tags, Consumer<List<Diagnostic>> warnings) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<CompiledDocument> compiled =
                new StackCompiler(repo.files(), diagnostics)
                        .compose(repo.project(), name(), environment, tags);
        if (diagnostics.hasErrors() || compiled.isEmpty()) {
            throw invalid(diagnostics);
        }
        warnings.accept(diagnostics.all());
        return compiled.get();
    }

    /// What carries an environment.
    public DeploySettings.Type deployType(EnvironmentName environment) {
        return Objects.requireNonNull(repo.project().environments().get(environment))
                .deploy()
                .type();
    }

    /// Where an environment runs.
    ///
    /// @throws InvalidConfiguration when the files do not say
    public Cluster cluster(EnvironmentName environment) {
        Diagnostics diagnostics = new Diagnostics();
        Environment wanted = Objects.requireNonNull(repo.project().environments().get(environment));
        return repo.clusters().of(wanted, diagnostics).orElseThrow(() -> invalid(diagnostics));
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
            WorkTree tree = WorkTree.at(root());
            return tree.uncommitted() == 0
                    ? tree.head().value()
                    : tree.head().value() + ", with uncommitted changes";
        } catch (Failure noGit) {
            return "none";
        }
    }
}
