package dev.modmon.server.job;

import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.StackCompiler;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.DeploySettings;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.validation.MasterRepo;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a commit wants of an environment.
final class CommitCompiler {
    private CommitCompiler() {}

    /// Empty only when there are errors among the diagnostics.
    static Optional<CompiledStack> compile(
            SourceTree tree,
            Target target,
            SortedMap<String, String> tags,
            Diagnostics diagnostics) {
        Optional<MasterRepo> repo = MasterRepo.load(tree, diagnostics);
        ImageTags images = imageTags(tags, diagnostics);
        repo.flatMap(it -> it.project().environment(target.environment()))
                .ifPresent(it -> checkType(it, diagnostics));
        return repo.flatMap(found ->
                new StackCompiler(tree, diagnostics)
                        .compile(found.project(), target.project(), target.environment(), images));
    }

    private static void checkType(Environment environment, Diagnostics diagnostics) {
        if (environment.deploy().type() == DeploySettings.Type.COMPOSE) {
            diagnostics.error(
                    "deploy.not-a-swarm",
                    environment.place(),
                    "Environment '%s' is deployed with plain Compose, and a cluster is a swarm."
                            .formatted(environment.name()),
                    "Write 'deploy: {type: swarm}' for it, or run what 'modmon compile %s' writes."
                            .formatted(environment.name()));
        }
    }

    private static ImageTags imageTags(SortedMap<String, String> tags, Diagnostics diagnostics) {
        Map<RepoName, ImageTag> parsed = new TreeMap<>();
        tags.forEach((repo, tag) -> {
            try {
                parsed.put(new RepoName(repo), new ImageTag(tag));
            } catch (IllegalArgumentException e) {
                diagnostics.error(
                        "repo.bad-tag",
                        Place.ofFile(Project.FILE),
                        String.valueOf(e.getMessage()),
                        "Correct what is given as --tag %s=…".formatted(repo));
            }
        });
        return ImageTags.of(parsed);
    }
}
