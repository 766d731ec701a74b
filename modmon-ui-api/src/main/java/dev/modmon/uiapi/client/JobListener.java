package dev.modmon.uiapi.client;

import dev.modmon.core.api.JobEvent;
import dev.modmon.uiapi.tunnel.TunnelException;
import java.time.Duration;

/// Is told what happens during a job, each event once.
@FunctionalInterface
public interface JobListener {
    void happened(JobEvent event);

    /// The tunnel broke off; the job goes on without us, and we connect again.
    ///
    /// @param pause until the next attempt
    default void reconnecting(TunnelException why, Duration pause) {}
}
