package dev.modmon.server.rollout;

import dev.modmon.core.compose.Stack;
import dev.modmon.core.rollout.RolloutPlan;
import java.time.Clock;

/// Brings a stack to what is wanted, all of it or nothing: whatever fails, every service that was
/// touched goes back to what it was.
///
/// It keeps no state of its own, so one runner serves all environments; that only one rollout at a time
/// touches a stack is the caller's to see to. Nothing it does needs the caller's thread to stay uninterrupted:
/// an interrupt counts as a cancellation.
public final class RolloutRunner {
    private final ContainerPlatform platform;
    private final ImageSource images;
    private final ServiceLogs logs;
    private final Clock clock;
    private final Sleeper sleeper;

    public RolloutRunner(
            ContainerPlatform platform,
            ImageSource images,
            ServiceLogs logs,
            Clock clock,
            Sleeper sleeper) {
        this.platform = platform;
        this.images = images;
        this.logs = logs;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /// What a rollout would do at this moment. Changes nothing.
    ///
    /// @throws RolloutRefusedException when an image is missing or what is wanted cannot be planned
    public RolloutPlan plan(Stack desired) {
        throw new UnsupportedOperationException();
    }

    /// Rolls out. Never throws because of what the engine or an image does: that is in the result.
    public RolloutResult run(
            RolloutRequest request,
            RolloutJournal journal,
            RolloutListener listener,
            Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    /// Undoes a rollout whose server was killed. Doing it twice does no harm.
    public RolloutResult recover(Snapshot snapshot, RolloutListener listener) {
        throw new UnsupportedOperationException();
    }
}
