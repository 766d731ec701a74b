package dev.modmon.server.rollout;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedTask;
import java.util.List;
import java.util.Optional;

/// What services and their health checks say.
public interface ServiceLogs {
    /// The last lines of all tasks of a service, and with `follow` those to come.
    ///
    /// @param tail how many lines per task to begin with
    LogStream open(StackName stack, ServiceName service, int tail, boolean follow);

    /// The last lines of one task, oldest first; empty when there are none or the node that ran it
    /// cannot be asked.
    List<LogLine> tail(StackName stack, ServiceName service, ObservedTask task, int lines);

    /// What became of a task's container; empty when it is gone or on another node.
    Optional<ContainerReport> inspect(ObservedTask task);

    /// What the node knows of a container, and the cluster does not.
    ///
    /// @param outOfMemory whether it was killed because it used more memory than it may
    /// @param unhealthy whether its health check failed as often as it may
    /// @param healthOutput what the last run of its health check printed
    record ContainerReport(boolean outOfMemory, boolean unhealthy, String healthOutput) {}
}
