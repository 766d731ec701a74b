package dev.modmon.core.compiler;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.Repo;
import dev.modmon.core.project.RepoName;
import java.util.List;
import java.util.Optional;

/// Makes an environment of a project into a stack. The same project, environment and tags give the
/// same stack, on every machine.
public final class StackCompiler {
    private final Diagnostics diagnostics;

    public StackCompiler(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// The stack, or empty when there is no such environment. With errors among the diagnostics it is
    /// of no use but to look for more of them.
    ///
    /// @param name of the project, which its file need not have
    public Optional<CompiledStack> compile(
            Project project, ProjectName name, EnvironmentName environment, ImageTags tags) {
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
        StackName stack = new StackName(name, environment);
        return found.map(
                it -> new EnvironmentCompilation(project, it, tags, diagnostics).compile(stack));
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
