package dev.modmon.server.rollout;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedTask;
import java.util.List;

/// What services and their health checks say.
public interface ServiceLogs {
    /// The last lines of all tasks of a service, and with `follow` those to come.
    ///
    /// @param tail how many lines per task to begin with
    LogStream open(StackName stack, ServiceName service, int tail, boolean follow);

    /// The last lines of one task, oldest first; empty when there are none or the node that ran it
    /// cannot be asked.
    List<LogLine> tail(StackName stack, ServiceName service, ObservedTask task, int lines);

    /// What the last run of a task's health check printed; empty when it has none, or its container
    /// is gone or on another node.
    String healthOutput(ObservedTask task);
}
