package dev.modmon.cli.command;

import dev.modmon.cli.cluster.ClusterLink;
import dev.modmon.cli.cluster.Target;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.DiagnosticText;
import dev.modmon.cli.console.Style;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.cli.project.Secrets;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.api.CommitReport;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.RepoName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A commit of the master repo, checked here and known to the cluster: what planning and deploying begin with.
final class Handover implements AutoCloseable {
    private final ClusterLink link;
    private final Target target;
    private final CommitId commit;
    private final SortedMap<RepoName, ImageTag> tags;
    private final Map<String, String> secrets;

    private Handover(
            ClusterLink link,
            Target target,
            CommitId commit,
            SortedMap<RepoName, ImageTag> tags,
            Map<String, String> secrets) {
        this.link = link;
        this.target = target;
        this.commit = commit;
        this.tags = tags;
        this.secrets = secrets;
    }

    /// Mistakes in the files are found before anything is contacted.
    static Handover open(Surroundings surroundings, Wish wish, boolean quiet) {
        Workspace workspace = Workspace.load(wish.directory());
        EnvironmentName environment = workspace.known(wish.environment());
        SortedMap<RepoName, ImageTag> tags = wish.tags();
        CompiledStack compiled =
                workspace.compile(
                        environment,
                        new ImageTags(tags, false),
                        Warnings.shown(surroundings.console(), workspace, quiet));
        WorkTree tree = WorkTree.at(workspace.root());
        CommitId commit = tree.head();
        if (!quiet) {
            warnOfUncommitted(tree, surroundings.console());
        }
        Secrets given =
                Secrets.read(
                        workspace.root(),
                        Optional.of(tree),
                        surroundings.environment(),
                        environment);
        if (!quiet) {
            warn(given.unused(compiled.secrets()), surroundings.console());
        }
        Map<String, String> secrets = given.of(compiled.secrets());
        Target target = new Target(workspace.name(), environment);
        ClusterLink link = surroundings.clusters().open(workspace.cluster(environment));
        try {
            makeKnown(link, target, commit, tree);
            return new Handover(link, target, commit, tags, secrets);
        } catch (RuntimeException failed) {
            link.close();
            throw failed;
        }
    }

    private static void warnOfUncommitted(WorkTree tree, Console console) {
        int uncommitted = tree.uncommitted();
        if (uncommitted > 0) {
            console.note(
                    "%s: not deployed: %s; only what is committed is."
                            .formatted(
                                    console.paintedNote(Style.YELLOW, "note"),
                                    Words.count(uncommitted, "uncommitted change")));
        }
    }

    /// Lines of the secrets file are not shown.
    private static void warn(List<Diagnostic> warnings, Console console) {
        if (!warnings.isEmpty()) {
            new DiagnosticText(console, _ -> Optional.empty()).print(warnings);
        }
    }

    private static void makeKnown(ClusterLink link, Target target, CommitId commit, WorkTree tree) {
        CommitReport report = link.commit(target.project(), commit);
        if (report.known()) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("modmon-");
            Path bundle = folder.resolve("commit.bundle");
            try {
                tree.bundle(
                        bundle,
                        report.have().stream()
                                .filter(CommitId::isValid)
                                .map(CommitId::new)
                                .toList());
                link.send(target.project(), bundle);
            } finally {
                Files.deleteIfExists(bundle);
                Files.delete(folder);
            }
        } catch (IOException disk) {
            throw new Failure(
                    ExitCode.FAILED,
                    "temporary-file",
                    "The commit cannot be packed: %s.".formatted(disk.getMessage()),
                    "",
                    disk);
        }
    }

    ClusterLink link() {
        return link;
    }

    Target target() {
        return target;
    }

    DeployRequest request(@Nullable String message) {
        Map<String, String> texts = new TreeMap<>();
        tags.forEach((repo, tag) -> texts.put(repo.value(), tag.value()));
        return new DeployRequest(commit.value(), texts, secrets, message);
    }

    @Override
    public void close() {
        link.close();
    }
}
