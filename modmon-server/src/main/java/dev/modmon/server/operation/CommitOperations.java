package dev.modmon.server.operation;

import dev.modmon.core.access.Permission;
import dev.modmon.core.api.CommitReport;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.ProjectName;
import dev.modmon.server.job.Commits;
import java.io.IOException;
import java.util.List;

/// The commits of a project's master repo.
public final class CommitOperations {
    private static final long MAX_BUNDLE = 512L * 1024 * 1024;

    private final Commits commits;

    public CommitOperations(Commits commits) {
        this.commits = commits;
    }

    public List<Operation> rows() {
        return List.of(
                Operation.get("commit", "/v1/projects/{project}/commits/{commit}")
                        .summary("Whether the server has a commit, and which ones it has.")
                        .forUsersOfProject()
                        .answers(CommitReport.class)
                        .by(call -> report(call.project(), call.commit())),
                Operation.post("accept-commit", "/v1/projects/{project}/commits")
                        .summary("Hands over a commit as a git bundle for exactly that commit.")
                        .needsAnywhere(Permission.DEPLOY)
                        .audited()
                        .takes("application/octet-stream", MAX_BUNDLE)
                        .answers(CommitReport.class)
                        .by(this::accept));
    }

    private Reply accept(Call call) throws IOException {
        return report(call.project(), commits.accept(call.project(), call.bytes()));
    }

    private Reply report(ProjectName project, CommitId commit) {
        List<String> have = commits.latest(project).stream().map(CommitId::value).toList();
        boolean known = commits.tree(project, commit).isPresent();
        return new Reply.Value(new CommitReport(commit.value(), known, have));
    }
}
