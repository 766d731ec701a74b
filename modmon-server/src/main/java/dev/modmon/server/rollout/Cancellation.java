package dev.modmon.server.rollout;

/// Whether somebody asked a rollout to stop. It then goes back, as it does on a failure.
@FunctionalInterface
public interface Cancellation {
    Cancellation NEVER = () -> false;

    boolean isRequested();
}
