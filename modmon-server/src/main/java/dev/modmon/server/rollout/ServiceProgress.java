package dev.modmon.server.rollout;

import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedTask;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// How far a service is: tasks of its current spec that run (and are healthy, where there is a health
/// check, for the engine calls them running only then) or have done their job, of those that are wanted.
///
/// @param outdated tasks of an earlier spec that the engine still wants to run
public record ServiceProgress(int running, int desired, int outdated) {
    public static ServiceProgress of(ObservedService service) {
        ServiceSpec spec = service.spec();
        return new ServiceProgress(
                count(service, t -> t.current() && (isUp(t) || isDone(spec, t))),
                desired(service),
                count(service, t -> !t.current() && t.wanted() && !hasEnded(t)));
    }

    /// Whether it runs as wanted, and nothing else of it does.
    public boolean isComplete() {
        return running >= desired && outdated == 0;
    }

    static boolean isUp(ObservedTask task) {
        return task.wanted() && task.isRunning();
    }

    /// Whether a task that ended was meant to end, and ended well.
    static boolean isDone(ServiceSpec spec, ObservedTask task) {
        return task.state() == ObservedTask.State.COMPLETE
                && task.exitCode().equals(OptionalInt.of(0))
                && (spec.deploy().mode().isJob()
                        || spec.deploy().restart().condition() != RestartPolicy.Condition.ANY);
    }

    private static boolean hasEnded(ObservedTask task) {
        return task.state().compareTo(ObservedTask.State.RUNNING) > 0;
    }

    private static int desired(ObservedService service) {
        return switch (service.spec().deploy().mode()) {
            case ServiceMode.Replicated(int replicas) -> replicas;
            case ServiceMode.ReplicatedJob(int completions) -> completions;
            // The engine makes one task for each node that may have one, and tells the number
            // nowhere else.
            case ServiceMode.Global _, ServiceMode.GlobalJob _ ->
                    (int)
                            service.tasks().stream()
                                    .filter(t -> t.wanted() || isDone(service.spec(), t))
                                    .map(ObservedTask::node)
                                    .distinct()
                                    .count();
        };
    }

    private static int count(ObservedService service, Predicate<ObservedTask> which) {
        return (int) service.tasks().stream().filter(which).count();
    }
}
