package dev.modmon.server.rollout;

import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedTask;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Judges whether one service works, from what is observed again and again after it was changed.
///
/// Only tasks of the current spec count, and failures from before the change do not. The engine's own account
/// of an update is not asked: it is absent on a first deployment, and reset by every change.
final class ServiceGate {
    /// A fresh service may fail while something it needs comes up; its tasks are restarted.
    private static final int CRASH_LOOP = 3;

    private final Rules rules;
    private final Predicate<ObservedTask> unhealthy;
    private final Map<String, ObservedTask> failures = new LinkedHashMap<>();
    private final Set<String> ownTasks = new HashSet<>();
    private @Nullable Instant emptySince;

    /// @param unhealthy whether a task's container ended unhealthy; asked only of tasks that ended well
    ServiceGate(Rules rules, Predicate<ObservedTask> unhealthy) {
        this.rules = rules;
        this.unhealthy = unhealthy;
    }

    /// What is expected of a service.
    ///
    /// @param hash what its label must say; anything else means that it was changed back
    /// @param release what its label must say
    /// @param tolerant whether single failures are borne, as long as they are no crash loop
    /// @param mustEnd whether it is to do its job and end
    /// @param formerTasks ids of tasks whose failures lie before the change
    /// @param settle how long a service that no node qualifies for must stay without tasks
    record Rules(
            ServiceSpec spec,
            String hash,
            OptionalLong release,
            boolean tolerant,
            boolean mustEnd,
            Set<String> formerTasks,
            Duration settle) {
        Rules {
            formerTasks = Set.copyOf(formerTasks);
        }
    }

    /// Whether a service is a job: nothing restarts it, nothing asks for its health, nobody connects to it.
    static boolean isJob(ServiceSpec spec) {
        return spec.deploy().mode().isJob() || isOneOff(spec);
    }

    private static boolean isOneOff(ServiceSpec spec) {
        var check = spec.container().healthcheck();
        return spec.deploy().restart().condition() == RestartPolicy.Condition.NONE
                && (check == null || check.isDisabled())
                && spec.ports().stream().noneMatch((PortSpec port) -> port.published() != 0);
    }

    /// Tasks that have ended by now, however: they cannot be held against a change that is still to come.
    static Set<String> endedTasks(Optional<ObservedService> service) {
        return service.stream()
                .flatMap(s -> s.tasks().stream())
                .filter(t -> t.state().compareTo(ObservedTask.State.RUNNING) > 0)
                .map(ObservedTask::id)
                .collect(Collectors.toSet());
    }

    ServiceSpec spec() {
        return rules.spec();
    }

    Verdict judge(Optional<ObservedService> observed, Instant now) {
        if (observed.isEmpty()) {
            return new Verdict.Failed("was removed by somebody else", Optional.empty());
        }
        ObservedService service = observed.get();
        if (!isAsWritten(service)) {
            return changedBack(service);
        }
        service.tasks().stream().filter(ObservedTask::current).forEach(this::remember);
        return failure().orElseGet(() -> progress(service, now));
    }

    private boolean isAsWritten(ObservedService service) {
        return service.hash().equals(rules.hash())
                && (rules.release().isEmpty() || service.release().equals(rules.release()));
    }

    private Verdict changedBack(ObservedService service) {
        Optional<ObservedTask> culprit =
                service.tasks().stream()
                        .filter(t -> ownTasks.contains(t.id()) && !t.isRunning())
                        .findFirst();
        return new Verdict.Failed(
                culprit.isPresent() ? "" : "was changed back by the engine or by somebody else",
                culprit);
    }

    private void remember(ObservedTask task) {
        ownTasks.add(task.id());
        if (rules.formerTasks().contains(task.id())) {
            return;
        }
        boolean endedBadly =
                task.hasFailed() || (task.state() == ObservedTask.State.COMPLETE && !isDone(task));
        if (endedBadly) {
            failures.put(task.id(), task);
        }
    }

    private boolean isDone(ObservedTask task) {
        return ServiceProgress.isDone(rules.spec(), task) && !unhealthy.test(task);
    }

    /// Counted per place, so that three replicas that each wait for a database are no crash loop.
    private Optional<Verdict> failure() {
        int borne = rules.tolerant() ? CRASH_LOOP : 1;
        Map<String, Integer> perPlace = new HashMap<>();
        for (ObservedTask task : failures.values()) {
            String place = task.slot() == 0 ? task.node() : Integer.toString(task.slot());
            boolean isLast = perPlace.merge(place, 1, Integer::sum) >= borne;
            if (isLast || !isReplaced(task)) {
                return Optional.of(new Verdict.Failed("", Optional.of(task)));
            }
        }
        return Optional.empty();
    }

    /// Whether the engine starts another task in its place.
    private boolean isReplaced(ObservedTask task) {
        boolean job = rules.spec().deploy().mode().isJob();
        return switch (rules.spec().deploy().restart().condition()) {
            case ANY -> !job || task.state() != ObservedTask.State.COMPLETE;
            case ON_FAILURE -> task.state() != ObservedTask.State.COMPLETE;
            case NONE -> false;
        };
    }

    private Verdict progress(ObservedService service, Instant now) {
        ServiceProgress progress = ServiceProgress.of(service);
        Set<String> working =
                service.tasks().stream()
                        .filter(t -> t.current() && counts(t))
                        .map(ObservedTask::id)
                        .collect(Collectors.toSet());
        boolean complete = working.size() >= progress.desired() && progress.outdated() == 0;
        if (complete && isSettled(service, working, now)) {
            return new Verdict.Healthy(working);
        }
        return waiting(service, progress);
    }

    private boolean counts(ObservedTask task) {
        return isDone(task) || (!rules.mustEnd() && ServiceProgress.isUp(task));
    }

    /// A global service has no tasks at first, and none for ever when no node qualifies.
    private boolean isSettled(ObservedService service, Set<String> working, Instant now) {
        ServiceMode mode = service.spec().deploy().mode();
        boolean global =
                mode instanceof ServiceMode.Global || mode instanceof ServiceMode.GlobalJob;
        if (!global || !working.isEmpty()) {
            return true;
        }
        if (emptySince == null) {
            emptySince = now;
        }
        return !now.isBefore(Objects.requireNonNull(emptySince).plus(rules.settle()));
    }

    private Verdict waiting(ObservedService service, ServiceProgress progress) {
        Optional<ObservedTask> slowest =
                service.tasks().stream()
                        .filter(t -> t.current() && t.wanted() && !counts(t))
                        .findFirst();
        String reason =
                slowest.map(t -> FailureExplanation.ofWait(rules.spec(), t))
                        .orElse(
                                progress.outdated() > 0
                                        ? "waits for %d earlier tasks to end"
                                                .formatted(progress.outdated())
                                        : "waits for its tasks");
        return new Verdict.Waiting(reason, slowest);
    }
}
