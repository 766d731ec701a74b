package dev.modmon.core.rollout;

import java.time.Instant;
import java.util.OptionalInt;

/// A task as the engine reports it.
///
/// @param slot its place among the replicas, from 1; 0 for a global service
/// @param node name of the node, empty while none is chosen
/// @param current whether it runs the service's current spec
/// @param wanted whether the engine wants it to run (or to complete), rather than to stop
/// @param message the engine's account of the state
/// @param error the engine's account of a failure; empty for an unhealthy task whose process exits 0
/// @param exitCode once its container has ended
/// @param containerId empty until the container exists
public record ObservedTask(
        String id,
        int slot,
        String node,
        State state,
        boolean current,
        boolean wanted,
        String message,
        String error,
        OptionalInt exitCode,
        String containerId,
        Instant since) {
    /// Task states of SwarmKit, in their order; what comes before RUNNING is on its way.
    public enum State {
        NEW,
        PENDING,
        ASSIGNED,
        ACCEPTED,
        PREPARING,
        READY,
        STARTING,
        RUNNING,
        COMPLETE,
        SHUTDOWN,
        FAILED,
        REJECTED,
        REMOVE,
        ORPHANED
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean hasFailed() {
        return state == State.FAILED || state == State.REJECTED || state == State.ORPHANED;
    }
}
