package dev.modmon.server.job;

import dev.modmon.core.access.AccessRules;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.api.RollbackRequest;
import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceTree;
import dev.modmon.server.access.AcceptedRules;
import dev.modmon.server.access.AccessFiles;
import dev.modmon.server.job.RefusedException.Reason;
import dev.modmon.server.rollout.RolloutRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes requests to deploy and to roll back: checks everything that can be checked before anything is
/// touched, and makes a job of what is left.
public final class Deployments {
    private static final Pattern SECRET_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");
    private static final int MAX_SECRET = 64 * 1024;
    private static final int MAX_MESSAGE = 1000;

    private final Commits commits;
    private final Releases releases;
    private final SecretSupply secrets;
    private final AcceptedRules rules;
    private final RolloutRunner runner;
    private final JobQueue queue;

    public Deployments(
            Commits commits,
            Releases releases,
            SecretSupply secrets,
            AcceptedRules rules,
            RolloutRunner runner,
            JobQueue queue) {
        this.commits = commits;
        this.releases = releases;
        this.secrets = secrets;
        this.rules = rules;
        this.runner = runner;
        this.queue = queue;
    }

    /// What a deployment would do at this moment.
    ///
    /// @throws dev.modmon.core.diagnostic.InvalidInputException when the commit cannot be deployed
    public RolloutPlan plan(Target target, DeployRequest request, Asker asker) {
        CompiledStack compiled = check(target, request, asker);
        return runner.plan(secrets.resolveForPlan(compiled, request.secrets()));
    }

    /// Makes a job of a deployment.
    ///
    /// @throws dev.modmon.core.diagnostic.InvalidInputException when the commit cannot be deployed
    public Job deploy(Target target, DeployRequest request, Asker asker) {
        check(target, request, asker);
        CommitId commit = commit(request);
        if (asker.managesUsers()) {
            acceptAccess(target, commit);
        }
        secrets.keep(target.stack(), request.secrets());
        return queue.submit(
                target,
                new Order.Deploy(
                        commit,
                        new TreeMap<>(request.tags()),
                        asker.admin(),
                        message(request.message())),
                asker.user(),
                notes(target, commit, asker));
    }

    private List<String> notes(Target target, CommitId commit, Asker asker) {
        return rules.wouldChange(target.project(), AccessFiles.in(tree(target, commit)))
                ? List.of(
                        "The commit has other access rules; those that count stay, because '%s' may not change them."
                                .formatted(asker.user()))
                : List.of();
    }

    /// Makes a job of going back to an earlier release.
    public Job rollback(Target target, RollbackRequest request, Asker asker) {
        Release to =
                request.release() == null ? previous(target) : chosen(target, request.release());
        return queue.submit(
                target,
                new Order.Rollback(
                        to.number(),
                        new CommitId(to.report().commit()),
                        new TreeMap<>(to.report().tags()),
                        message(request.message())),
                asker.user(),
                List.of());
    }

    private Release chosen(Target target, long number) {
        return releases.completed(target, number)
                .orElseThrow(() ->
                        new RefusedException(
                                Reason.NOT_FOUND,
                                "release.unknown",
                                "Release %d of %s is not there or did not complete."
                                        .formatted(number, target),
                                "modmon releases %s lists those that did."
                                        .formatted(target.environment())));
    }

    private Release previous(Target target) {
        return releases.lastCompleted(target)
                .flatMap(current -> releases.completedBefore(target, current.number()))
                .orElseThrow(() ->
                        new RefusedException(
                                Reason.CONFLICT,
                                "release.none-before",
                                "%s has no completed release before the current one."
                                        .formatted(target),
                                "Deploy a commit instead."));
    }

    private CompiledStack check(Target target, DeployRequest request, Asker asker) {
        checkOwner(target);
        request.secrets().forEach(Deployments::checkSecret);
        SourceTree tree = tree(target, commit(request));
        Optional<Release> last = releases.lastCompleted(target);
        Diagnostics diagnostics = new Diagnostics();
        Optional<CompiledStack> compiled =
                CommitCompiler.compile(tree, target, tags(last, request.tags()), diagnostics);
        compiled.ifPresent(found -> {
            secrets.reportMissing(found, request.secrets(), diagnostics);
            if (!asker.admin()) {
                Optional<Stack> before = last.map(Release::stack);
                RootAccess.forbid(found.stack(), before, diagnostics);
            }
        });
        checkAccess(target, tree, asker, diagnostics);
        checkSecretChanges(target, request, asker);
        diagnostics.throwIfErrors();
        return compiled.orElseThrow();
    }

    /// Two projects may come to the same stack name: `a-b` with `c`, `a` with `b-c`.
    private void checkOwner(Target target) {
        releases.ownerOf(target.stack())
                .filter(owner -> !owner.equals(target))
                .ifPresent(owner -> {
                    throw new RefusedException(
                            Reason.CONFLICT,
                            "stack.taken",
                            "The engine knows %s and %s by the same name, '%s', and the latter has it."
                                    .formatted(target, owner, target.stack()),
                            "Rename the project or the environment.");
                });
    }

    private static void checkSecret(String name, String value) {
        if (!SECRET_NAME.matcher(name).matches()
                || value.length() > MAX_SECRET
                || value.indexOf('\0') >= 0) {
            throw new RefusedException(
                    Reason.BAD_REQUEST,
                    "secret.unusable",
                    "A secret's name must be 1 to 128 of letters, digits, '_', '.' and '-', and its value at most 64 Ki characters without a zero.",
                    "");
        }
        // Swarm expands such templates in the environment of every task.
        if (value.contains("{{")) {
            throw new RefusedException(
                    Reason.BAD_REQUEST,
                    "secret.template",
                    "The value of secret '%s' holds '{{', which the engine would expand as a template."
                            .formatted(name),
                    "Use a value without it.");
        }
    }

    private static String message(@Nullable String text) {
        String given = text == null ? "" : text.strip();
        return given.length() <= MAX_MESSAGE ? given : given.substring(0, MAX_MESSAGE);
    }

    private static CommitId commit(DeployRequest request) {
        try {
            return new CommitId(request.commit());
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Reason.BAD_REQUEST, "commit.bad-id", String.valueOf(e.getMessage()), "");
        }
    }

    private SourceTree tree(Target target, CommitId commit) {
        return commits.tree(target.project(), commit)
                .orElseThrow(() ->
                        new RefusedException(
                                Reason.NOT_FOUND,
                                "commit.unknown",
                                "The server does not have commit %s of project '%s'."
                                        .formatted(commit, target.project()),
                                "Hand it over as a git bundle first."));
    }

    /// The last release's, but for those that are given.
    static SortedMap<String, String> tags(Optional<Release> last, Map<String, String> given) {
        SortedMap<String, String> tags = new TreeMap<>();
        last.ifPresent(release -> tags.putAll(release.report().tags()));
        tags.putAll(given);
        return tags;
    }

    private void checkSecretChanges(Target target, DeployRequest request, Asker asker) {
        if (!asker.managesSecrets() && secrets.wouldChange(target.stack(), request.secrets())) {
            throw new RefusedException(
                    Reason.FORBIDDEN,
                    "access.permission-missing",
                    "'%s' lacks the permission 'manage_secrets', and the request has values that the server does not have."
                            .formatted(asker.user()),
                    "Leave them out, or ask somebody who has the permission.");
        }
    }

    /// Whoever may change the rules of access must not make themselves an admin by it.
    private void checkAccess(Target target, SourceTree tree, Asker asker, Diagnostics diagnostics) {
        if (!asker.managesUsers()) {
            return;
        }
        AccessFiles files = AccessFiles.in(tree);
        if (rules.wouldChange(target.project(), files)) {
            rules.check(files, diagnostics);
            if (!asker.admin()
                    && !diagnostics.hasErrors()
                    && !rules.leavesAdminsAlone(target.project(), files)) {
                diagnostics.error(
                        "access.needs-admin",
                        Place.ofFile(AccessRules.FILE),
                        "Who may do everything is changed, or with which key.",
                        "Only an admin can do that: ask one to deploy this commit.");
            }
        }
    }

    private void acceptAccess(Target target, CommitId commit) {
        AccessFiles files = AccessFiles.in(tree(target, commit));
        if (rules.wouldChange(target.project(), files)) {
            rules.accept(target.project(), commit, files);
        }
    }
}
