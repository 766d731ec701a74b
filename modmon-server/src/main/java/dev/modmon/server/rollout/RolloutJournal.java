package dev.modmon.server.rollout;

import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.Step;

/// What one rollout did so far, on disk before the next thing is done, so that a server that was
/// killed can bring everything back.
public interface RolloutJournal {
    /// Called once, before the first change; what is recorded here must survive a crash.
    void beforeChanges(Snapshot snapshot, RolloutPlan plan);

    /// @param index of the step within the plan, from 0
    void stepStarted(int index, Step step);

    void stepDone(int index, Step step);

    /// From here on everything goes back.
    void reverting(String reason);
}
