package dev.modmon.server.job;

import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import java.util.List;
import java.util.Optional;

/// Port: the history of each environment. Nothing in it ever changes but a release that is under way.
public interface Releases {
    /// All releases, newest first.
    List<ReleaseReport> history(Target target);

    /// The last one that completed before this number.
    Optional<Release> completedBefore(Target target, long number);

    /// The release of this number, when it completed.
    Optional<Release> completed(Target target, long number);

    /// The environment whose history came first to this name on the engine.
    Optional<Target> ownerOf(StackName stack);

    /// The environments that have a history.
    List<EnvironmentName> environments(ProjectName project);

    /// The last one that completed.
    default Optional<Release> lastCompleted(Target target) {
        return completedBefore(target, Long.MAX_VALUE);
    }
}
