package dev.modmon.cli.git;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.core.project.CommitId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The work tree that a master repo is checked out in.
public final class WorkTree {
    private final Path root;
    private final Git git;

    private WorkTree(Path root) {
        this.root = root;
        this.git = new Git(root);
    }

    /// @param root where `.modmon/` is
    /// @throws Failure when there is no git, or this is not the root of a repository
    public static WorkTree at(Path root) {
        WorkTree tree = new WorkTree(root);
        tree.requireRoot();
        return tree;
    }

    /// The same, or empty where there is no git, or no repository.
    public static Optional<WorkTree> find(Path root) {
        try {
            return Optional.of(at(root));
        } catch (Failure none) {
            return Optional.empty();
        }
    }

    /// Makes the directory a repository with one commit of all that is in it.
    public static WorkTree create(Path root, String message) {
        WorkTree tree = init(root);
        tree.commitAll(message);
        return tree;
    }

    /// Makes the directory a repository without a commit.
    public static WorkTree init(Path root) {
        WorkTree tree = new WorkTree(root);
        String what = "A git repository cannot be made in '%s'.".formatted(root);
        tree.git.require(what, "init", "--quiet", "--initial-branch=main");
        return tree;
    }

    /// The root of the repository that a directory is in; empty when it is in none.
    public static Optional<Path> rootAround(Path directory) {
        Git.Answer answer = new Git(directory).call("rev-parse", "--show-toplevel");
        return answer.worked() ? Optional.of(Path.of(answer.out().strip())) : Optional.empty();
    }

    private void commitAll(String message) {
        String what = "The files in '%s' cannot be committed.".formatted(root);
        git.require(what, "add", "--all");
        List<String> arguments = new ArrayList<>();
        if (!git.call("config", "user.email").worked()) {
            arguments.addAll(
                    List.of("-c", "user.name=Modmon", "-c", "user.email=modmon@localhost"));
        }
        arguments.addAll(
                List.of(
                        "-c",
                        "commit.gpgsign=false",
                        "-c",
                        "core.hooksPath=/dev/null",
                        "commit",
                        "--quiet",
                        "-m",
                        message));
        git.require(what, arguments.toArray(String[]::new));
    }

    private void requireRoot() {
        Git.Answer answer = git.call("rev-parse", "--show-toplevel");
        if (!answer.worked()) {
            boolean none = answer.err().contains("not a git repository");
            throw new Failure(
                    ExitCode.FAILED,
                    "not-a-repository",
                    none
                            ? "'%s' is not a git repository.".formatted(root)
                            : "git cannot read '%s'.".formatted(root),
                    none
                            ? "Modmon deploys commits: run 'git init' there, add the files and commit them."
                            : "git says: " + answer.err());
        }
        Path top = Path.of(answer.out().strip());
        if (!isSame(top)) {
            throw new Failure(
                    ExitCode.FAILED,
                    "not-the-root",
                    "'%s' lies inside the git repository '%s'.".formatted(root, top),
                    "A master repo is a repository of its own, with .modmon/ at its root.");
        }
    }

    private boolean isSame(Path top) {
        try {
            return top.toRealPath().equals(root.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    /// The commit that is checked out.
    public CommitId head() {
        Git.Answer answer = git.call("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        if (!answer.worked()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "no-commit",
                    "The repository '%s' has no commit yet.".formatted(root),
                    "Modmon deploys commits: run 'git add' and 'git commit' first.");
        }
        try {
            return new CommitId(answer.out().strip());
        } catch (IllegalArgumentException sha256) {
            throw new Failure(
                    ExitCode.FAILED,
                    "unsupported-repository",
                    "The repository '%s' does not name its commits by SHA-1.".formatted(root),
                    "Use a repository made with git's default object format.",
                    sha256);
        }
    }

    /// How many files differ from the commit that is checked out, new ones included, ignored ones not.
    public int uncommitted() {
        String status =
                git.require(
                        "The state of '%s' cannot be read.".formatted(root),
                        "status",
                        "--porcelain=v1",
                        "--untracked-files=all",
                        "--no-renames");
        return (int) status.lines().count();
    }

    /// Whether git leaves this file out of commits.
    public boolean ignores(Path file) {
        return git.call("check-ignore", "--quiet", "--", root.relativize(file).toString()).worked();
    }

    /// Writes a bundle of the commit and its history to a file, without what the receiver has already.
    ///
    /// @param have commits that the receiver says it has; those unknown here do not count
    public void bundle(Path file, List<CommitId> have) {
        List<String> arguments =
                new ArrayList<>(List.of("bundle", "create", "--quiet", file.toString(), "HEAD"));
        have.stream().filter(this::knows).map(commit -> "^" + commit).forEach(arguments::add);
        git.require(
                "The commit cannot be packed for the cluster.", arguments.toArray(String[]::new));
    }

    private boolean knows(CommitId commit) {
        return git.call("cat-file", "-e", commit + "^{commit}").worked();
    }
}
