package dev.modmon.core.compiler;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.composition.UndefinedVariables;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.Repo;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.source.SourceTree;
import java.util.List;
import java.util.Optional;

/// Makes an environment of a project into a stack. The same project, environment and tags give the
/// same stack, on every machine.
public final class StackCompiler {
    private final SourceTree files;
    private final Diagnostics diagnostics;

    /// @param files of the master repo, for those that services name
    public StackCompiler(SourceTree files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
    }

    /// The stack, or empty when there is no such environment. With errors among the diagnostics it is
    /// of no use but to look for more of them.
    ///
    /// @param name of the project, which its file need not have
    public Optional<CompiledStack> compile(
            Project project, ProjectName name, EnvironmentName environment, ImageTags tags) {
        return find(project, environment, tags)
                .map(it -> compilation(project, name, it, tags, UndefinedVariables.EMPTY).stack());
    }

    /// The same for plain Compose: the document, which a [ComposeFile] is made of.
    public Optional<CompiledDocument> compose(
            Project project, ProjectName name, EnvironmentName environment, ImageTags tags) {
        return find(project, environment, tags)
                .map(it ->
                        compilation(project, name, it, tags, UndefinedVariables.KEPT).document());
    }

    /// Looks for what is wrong with an environment, compiled to what it is deployed as.
    ///
    /// @return the stack, when it is one
    public Optional<CompiledStack> check(
            Project project, ProjectName name, Environment environment, ImageTags tags) {
        return switch (environment.deploy().type()) {
            case SWARM -> compile(project, name, environment.name(), tags);
            case COMPOSE -> {
                compose(project, name, environment.name(), tags);
                yield Optional.empty();
            }
        };
    }

    private EnvironmentCompilation compilation(
            Project project,
            ProjectName name,
            Environment environment,
            ImageTags tags,
            UndefinedVariables undefined) {
        EnvironmentDocument document =
                new EnvironmentDocument(
                        project,
                        environment,
                        new StackName(name, environment.name()),
                        tags,
                        files,
                        diagnostics);
        return new EnvironmentCompilation(project, document, undefined, diagnostics);
    }

    private Optional<Environment> find(
            Project project, EnvironmentName environment, ImageTags tags) {
        checkTags(project, tags);
        Optional<Environment> found = project.environment(environment);
        if (found.isEmpty()) {
            diagnostics.error(
                    "environment.unknown",
                    project.place(),
                    "There is no environment '%s'.".formatted(environment),
                    DidYouMean.hint(
                            environment.value(),
                            project.environments().keySet().stream()
                                    .map(EnvironmentName::value)
                                    .toList(),
                            "environments"));
        }
        return found;
    }

    private void checkTags(Project project, ImageTags tags) {
        List<String> repos = project.repos().keySet().stream().map(RepoName::value).toList();
        for (RepoName tagged : tags.given().keySet()) {
            Repo repo = project.repos().get(tagged);
            if (repo == null) {
                diagnostics.error(
                        "repo.unknown",
                        project.place(),
                        "A tag is given for repo '%s', which is not there.".formatted(tagged),
                        DidYouMean.hint(tagged.value(), repos, "repos"));
            } else if (repo.image() != null && !repo.image().value().needsTag()) {
                diagnostics.warning(
                        "repo.unused-tag",
                        repo.image().place(),
                        "The tag that is given for repo '%s' is not used.".formatted(tagged),
                        "Its image has no '{tag}'.");
            }
        }
    }
}
