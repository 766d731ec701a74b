package dev.modmon.server.job;

import dev.modmon.server.rollout.RolloutJournal;
import dev.modmon.server.rollout.Snapshot;
import java.util.Optional;

/// Port: what the rollout of each job did so far.
public interface Journals {
    RolloutJournal of(JobId job);

    /// All it takes to undo the job; empty when it has changed nothing.
    Optional<Snapshot> snapshot(JobId job);
}
