package dev.modmon.server.rollout;

import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackHash;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.RolloutPlanner;
import dev.modmon.server.rollout.RolloutListener.Phase;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Brings a stack to what is wanted, all of it or nothing: whatever fails, every service that was
/// touched goes back to what it was.
///
/// It keeps no state of its own, so one runner serves all environments; that only one rollout at a time
/// touches a stack is the caller's to see to. An interrupt counts as a cancellation; a second one, while
/// it goes back, leaves things as they are, for [#recover] to finish.
public final class RolloutRunner {
    private final ContainerPlatform platform;
    private final ImageSource images;
    private final ServiceLogs logs;
    private final StackHash hash;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RolloutPlanner planner = new RolloutPlanner();

    public RolloutRunner(
            ContainerPlatform platform,
            ImageSource images,
            ServiceLogs logs,
            StackHash hash,
            Clock clock,
            Sleeper sleeper) {
        this.platform = platform;
        this.images = images;
        this.logs = logs;
        this.hash = hash;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /// What a rollout would do at this moment. Changes nothing.
    ///
    /// @throws RolloutRefusedException when an image is missing
    /// @throws PlatformException when the engine does not answer
    public RolloutPlan plan(Stack desired) {
        ObservedStack running = platform.observe(desired.name());
        return planner.plan(new Preflight(images).pin(desired, running), running);
    }

    /// Rolls out. Never throws because of what the engine or an image does: that is in the result.
    public RolloutResult run(
            RolloutRequest request,
            RolloutJournal journal,
            RolloutListener listener,
            Cancellation cancellation) {
        ProgressReport report = new ProgressReport(listener);
        report.phase(Phase.CHECKING, "Looking at what runs, and for the images.");
        Optional<ObservedStack> running = Optional.empty();
        Rollout rollout;
        try {
            running = Optional.of(platform.observe(request.desired().name()));
            rollout = prepare(request, running.get(), journal, report);
        } catch (RuntimeException refusal) {
            return ResultLedger.notBegun(message(refusal), running);
        }
        if (cancellation.isRequested()) {
            return ResultLedger.notBegun("It was cancelled.", running);
        }
        return run(rollout, request, journal, report, cancellation);
    }

    private Rollout prepare(
            RolloutRequest request,
            ObservedStack running,
            RolloutJournal journal,
            ProgressReport report) {
        Stack desired = new Preflight(images).pin(request.desired(), running);
        Witness witness = new Witness(desired.name(), images, logs);
        return new Rollout(
                request,
                desired,
                running,
                planner.plan(desired, running),
                new Observer(desired.name(), platform, witness, report),
                platform,
                hash::of,
                journal,
                report);
    }

    private RolloutResult run(
            Rollout rollout,
            RolloutRequest request,
            RolloutJournal journal,
            ProgressReport report,
            Cancellation cancellation) {
        Snapshot snapshot;
        try {
            snapshot = rollout.begin();
        } catch (RuntimeException refusal) {
            return ResultLedger.notBegun(message(refusal), Optional.of(rollout.before()));
        }
        try {
            rollout.carryOut(new Limit(request.deadline(), clock, sleeper, cancellation));
            return rollout.completed();
        } catch (RuntimeException failure) {
            return goBack(rollout, snapshot, asFailure(failure), request, journal, report);
        }
    }

    /// Whatever went wrong, a journal on a full disk included, what was touched must not stay half done.
    private RolloutResult goBack(
            Rollout rollout,
            Snapshot snapshot,
            RolloutFailure failure,
            RolloutRequest request,
            RolloutJournal journal,
            ProgressReport report) {
        try {
            journal.reverting(failure.reason());
        } catch (RuntimeException unwritable) {
            failure.addSuppressed(unwritable);
        }
        return rollout.takenBack(failure, snapshot, restore(snapshot, request.deadline(), report));
    }

    /// Undoes a rollout whose server was killed. Doing it twice does no harm.
    public RolloutResult recover(Snapshot snapshot, RolloutListener listener) {
        ProgressReport report = new ProgressReport(listener);
        return ResultLedger.recovered(
                snapshot, restore(snapshot, RolloutRequest.DEFAULT_DEADLINE, report));
    }

    private Map<ServiceName, String> restore(
            Snapshot snapshot, Duration deadline, ProgressReport report) {
        // Whoever interrupted the rollout wants it undone, which takes its time.
        boolean interrupted = Thread.interrupted();
        try {
            Witness witness = new Witness(snapshot.stack(), images, logs);
            Limit limit = new Limit(deadline, clock, sleeper, Cancellation.NEVER);
            return new Reversal(snapshot, platform, witness, report).run(limit);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RolloutFailure asFailure(RuntimeException failure) {
        return failure instanceof RolloutFailure known
                ? known
                : new RolloutFailure(message(failure));
    }

    private static String message(RuntimeException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
