package dev.modmon.server.rollout;

import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps what a rollout told, as its journal and its listener.
public class RecordedRollout implements RolloutJournal, RolloutListener {
    private final List<String> journal = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private @Nullable Snapshot snapshot;

    @Override
    public void beforeChanges(Snapshot taken, RolloutPlan plan) {
        snapshot = taken;
        journal.add("before changes");
    }

    @Override
    public void stepStarted(int index, Step step) {
        journal.add("started " + index + " " + step.getClass().getSimpleName());
    }

    @Override
    public void stepDone(int index, Step step) {
        journal.add("done " + index);
    }

    @Override
    public void reverting(String reason) {
        journal.add("reverting");
    }

    @Override
    public void phase(Phase phase, String text) {
        events.add(phase.name());
    }

    @Override
    public void service(
            ServiceName service, ServiceState state, int running, int desired, String text) {
        events.add("%s %s %d/%d %s".formatted(service, state, running, desired, text).strip());
    }

    public List<String> journal() {
        return List.copyOf(journal);
    }

    public List<String> events() {
        return List.copyOf(events);
    }

    public Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }
}
