package dev.modmon.cli.cluster;

import dev.modmon.core.api.CommitReport;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.api.ImagesReport;
import dev.modmon.core.api.JobEvent;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.LogReport;
import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.api.RollbackRequest;
import dev.modmon.core.api.StatusReport;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import java.nio.file.Path;
import java.util.Optional;

/// Port: an open connection to a cluster.
///
/// Every method throws [dev.modmon.cli.failure.Failure]: `UNREACHABLE` when the connection breaks, `DENIED` when this user
/// may not, `INVALID` when the server finds the configuration wrong, `FAILED` for whatever else it refuses.
public interface ClusterLink extends AutoCloseable {
    StatusReport status(ProjectName project, Optional<EnvironmentName> environment);

    CommitReport commit(ProjectName project, CommitId commit);

    /// Hands over a git bundle.
    void send(ProjectName project, Path bundle);

    PlanReport plan(Target target, DeployRequest request);

    JobReport deploy(Target target, DeployRequest request);

    JobReport rollback(Target target, RollbackRequest request);

    /// Tells the events of a job from its beginning, and returns after its last one.
    void follow(String job, Watcher watcher);

    ReleaseReport.History releases(Target target);

    /// Returns when there are no more lines, or when the listener wants no more.
    void logs(Target target, LogQuery query, Listener<LogReport> listener);

    /// Loads an archive as `docker save` writes it into the node's engine.
    ImagesReport load(Path archive);

    @Override
    void close();

    /// Is told how a job goes.
    interface Watcher {
        void happened(JobEvent event);

        /// The connection broke and is made again; the job goes on meanwhile.
        void connectionLost();
    }

    /// Takes one thing after the other.
    interface Listener<T> {
        /// @return whether it wants more
        boolean take(T thing);
    }
}
