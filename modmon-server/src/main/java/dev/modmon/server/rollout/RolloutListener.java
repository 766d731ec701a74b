package dev.modmon.server.rollout;

import dev.modmon.core.project.ServiceName;

/// Follows a rollout. Called from the thread that runs it, only when something changed.
public interface RolloutListener {
    void phase(Phase phase, String text);

    /// @param text what it waits for, or why it failed; may be empty
    void service(ServiceName service, ServiceState state, int running, int desired, String text);

    /// What the rollout as a whole is doing.
    enum Phase {
        CHECKING,
        UPDATING,
        OBSERVING,
        CLEANING,
        REVERTING
    }

    /// Where one service stands.
    enum ServiceState {
        WAITING,
        STARTING,
        HEALTHY,
        FAILED,
        REVERTING,
        REVERTED,
        REMOVED,
        UNCHANGED
    }
}
