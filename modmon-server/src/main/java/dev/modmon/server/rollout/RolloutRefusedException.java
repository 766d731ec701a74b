package dev.modmon.server.rollout;

/// A rollout that cannot begin; nothing was touched. The message says why and what to do.
public final class RolloutRefusedException extends RuntimeException {
    public RolloutRefusedException(String message) {
        super(message);
    }
}
