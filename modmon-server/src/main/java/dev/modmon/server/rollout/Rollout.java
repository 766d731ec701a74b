package dev.modmon.server.rollout;

import dev.modmon.core.compose.DependencyCondition;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedFiles;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.Step;
import dev.modmon.server.rollout.RolloutListener.Phase;
import dev.modmon.server.rollout.RolloutListener.ServiceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One plan being carried out: the changes in waves, a while of watching, then the removals.
final class Rollout {
    private final RolloutRequest request;
    private final Stack desired;
    private final ObservedStack before;
    private final RolloutPlan plan;
    private final ContainerPlatform platform;
    private final Function<ServiceSpec, String> hash;
    private final RolloutJournal journal;
    private final ProgressReport report;
    private final Observer observer;

    /// @param desired with its images pinned
    Rollout(
            RolloutRequest request,
            Stack desired,
            ObservedStack before,
            RolloutPlan plan,
            Observer observer,
            ContainerPlatform platform,
            Function<ServiceSpec, String> hash,
            RolloutJournal journal,
            ProgressReport report) {
        this.request = request;
        this.desired = desired;
        this.before = before;
        this.plan = plan;
        this.platform = platform;
        this.hash = hash;
        this.journal = journal;
        this.report = report;
        this.observer = observer;
    }

    ObservedStack before() {
        return before;
    }

    /// Records what undoes the plan. After this, things change.
    Snapshot begin() {
        Snapshot snapshot = snapshot();
        if (!plan.isEmpty()) {
            journal.beforeChanges(snapshot, plan);
        }
        return snapshot;
    }

    private Snapshot snapshot() {
        List<ServiceSnapshot> changed = new ArrayList<>();
        Set<ServiceName> created = new HashSet<>();
        Set<String> networks = new HashSet<>();
        for (Step step : plan.steps()) {
            switch (step) {
                case Step.CreateNetwork(var network) -> networks.add(network.name());
                case Step.CreateService(var service) -> created.add(service.name());
                case Step.UpdateService update -> changed.add(snapshot(update.before()));
                case Step.ReplaceService replace -> changed.add(snapshot(replace.before()));
                case Step.RemoveService(var service) -> changed.add(snapshot(service));
                case Step.AwaitHealthy(_), Step.CreateFile(_, _), Step.RemoveFile(_, _) -> {}
            }
        }
        return new Snapshot(
                plan.stack(),
                before.services().isEmpty(),
                changed,
                created,
                networks,
                new ObservedFiles(created(FileKind.CONFIG), created(FileKind.SECRET)));
    }

    private Set<String> created(FileKind kind) {
        return plan.steps().stream()
                .filter(Step.CreateFile.class::isInstance)
                .map(Step.CreateFile.class::cast)
                .filter(step -> step.kind() == kind)
                .map(step -> step.file().storedName())
                .collect(Collectors.toSet());
    }

    private ServiceSnapshot snapshot(ObservedService service) {
        ServiceName name = service.spec().name();
        return new ServiceSnapshot(
                name,
                service.hash(),
                service.spec().container().image().value(),
                ServiceProgress.of(service).isComplete(),
                platform.engineSpec(plan.stack(), name));
    }

    /// @throws RolloutFailure when anything fails
    void carryOut(Limit limit) {
        plan.unchanged()
                .forEach(name ->
                        report.tell(name, before.service(name), ServiceState.UNCHANGED, ""));
        if (plan.isEmpty()) {
            return;
        }
        report.phase(Phase.UPDATING, "Changing what differs, dependencies first.");
        int removals = firstRemoval();
        for (int index = 0; index < removals; index++) {
            limit.check();
            carryOut(index, limit);
        }
        report.phase(
                Phase.OBSERVING,
                "Watching for %d s whether everything stays healthy."
                        .formatted(request.monitor().toSeconds()));
        observer.awaitSteady(request.monitor(), limit);
        if (removals < plan.steps().size()) {
            report.phase(Phase.CLEANING, "Removing what is no longer wanted.");
        }
        for (int index = removals; index < plan.steps().size(); index++) {
            carryOut(index, limit);
        }
    }

    RolloutResult completed() {
        return ResultLedger.completed(before, plan);
    }

    RolloutResult takenBack(
            RolloutFailure failure, Snapshot snapshot, Map<ServiceName, String> notRestored) {
        return ResultLedger.takenBack(failure, snapshot, notRestored, plan, before);
    }

    /// Removals are the last steps of every plan.
    private int firstRemoval() {
        int count = plan.steps().size();
        while (count > 0 && isRemoval(plan.steps().get(count - 1))) {
            count--;
        }
        return count;
    }

    private static boolean isRemoval(Step step) {
        return step instanceof Step.RemoveService || step instanceof Step.RemoveFile;
    }

    private void carryOut(int index, Limit limit) {
        Step step = plan.steps().get(index);
        journal.stepStarted(index, step);
        try {
            order(step, limit);
        } catch (PlatformException refusal) {
            throw refused(step, refusal);
        }
        journal.stepDone(index, step);
    }

    private static RolloutFailure refused(Step step, PlatformException refusal) {
        String message = String.valueOf(refusal.getMessage());
        Optional<ServiceName> service = service(step);
        return service.isPresent()
                ? new RolloutFailure(service, "could not be changed: " + message, List.of(), "")
                : new RolloutFailure(message);
    }

    private void order(Step step, Limit limit) {
        StackName stack = plan.stack();
        switch (step) {
            case Step.CreateNetwork(NetworkSpec network) -> platform.createNetwork(stack, network);
            case Step.CreateFile(var kind, var file) -> platform.createFile(stack, kind, file);
            case Step.CreateService(var service) -> {
                report.tell(service.name(), ServiceState.STARTING, "is created");
                expect(service, true);
                platform.createService(desired, stamped(service));
            }
            case Step.UpdateService(var was, var after, _, _) -> {
                report.tell(after.name(), ServiceState.STARTING, "is updated");
                expect(after, false);
                platform.updateService(desired, was, stamped(after));
            }
            case Step.ReplaceService(_, var after, var reason) -> {
                report.tell(after.name(), ServiceState.STARTING, "is replaced: " + reason);
                expect(after, true);
                platform.removeService(stack, after.name());
                platform.createService(desired, stamped(after));
            }
            case Step.AwaitHealthy(var services) -> observer.awaitHealthy(services, limit);
            case Step.RemoveService(var service) -> {
                platform.removeService(stack, service.spec().name());
                report.tell(service.spec().name(), ServiceState.REMOVED, "");
            }
            case Step.RemoveFile(var kind, var name) -> collect(kind, name);
        }
    }

    /// What cannot be removed, because something else uses it, disturbs nobody; the next rollout tries again.
    private void collect(FileKind kind, String name) {
        try {
            platform.removeFile(plan.stack(), kind, name);
        } catch (PlatformException stillUsed) {
            report.phase(
                    Phase.CLEANING,
                    "Kept %s '%s': %s".formatted(kind.word(), name, stillUsed.getMessage()));
        }
    }

    private StampedService stamped(ServiceSpec service) {
        return new StampedService(service, hash.apply(service), request.release());
    }

    private void expect(ServiceSpec service, boolean tolerant) {
        observer.expect(
                new ServiceGate.Rules(
                        service,
                        hash.apply(service),
                        OptionalLong.of(request.release()),
                        tolerant,
                        ServiceGate.isJob(service) || isAwaitedJob(service.name()),
                        ServiceGate.endedTasks(before.service(service.name())),
                        RolloutRequest.DEFAULT_MONITOR));
    }

    private boolean isAwaitedJob(ServiceName service) {
        return desired.services().stream()
                .anyMatch(s -> s.dependsOn().get(service) == DependencyCondition.COMPLETED);
    }

    private static Optional<ServiceName> service(Step step) {
        return switch (step) {
            case Step.CreateService(var service) -> Optional.of(service.name());
            case Step.UpdateService update -> Optional.of(update.after().name());
            case Step.ReplaceService replace -> Optional.of(replace.after().name());
            case Step.RemoveService(var service) -> Optional.of(service.spec().name());
            case Step.CreateNetwork(_),
                    Step.CreateFile(_, _),
                    Step.RemoveFile(_, _),
                    Step.AwaitHealthy(_) ->
                    Optional.empty();
        };
    }
}
