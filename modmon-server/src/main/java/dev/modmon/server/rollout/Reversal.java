package dev.modmon.server.rollout;

import dev.modmon.core.compose.FileKind;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.server.rollout.RolloutListener.Phase;
import dev.modmon.server.rollout.RolloutListener.ServiceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Brings a stack back to a [Snapshot]. Every step looks at what is there, so that it may be begun again after it
/// was cut short at any point.
final class Reversal {
    private final Snapshot snapshot;
    private final ContainerPlatform platform;
    private final Witness witness;
    private final ProgressReport report;

    Reversal(
            Snapshot snapshot, ContainerPlatform platform, Witness witness, ProgressReport report) {
        this.snapshot = snapshot;
        this.platform = platform;
        this.witness = witness;
        this.report = report;
    }

    /// @return what could not be taken back, by service; empty when everything is as it was
    TreeMap<ServiceName, String> run(Limit limit) {
        TreeMap<ServiceName, String> failures = new TreeMap<>();
        report.phase(
                Phase.REVERTING,
                snapshot.first()
                        ? "Removing what was created; volumes stay."
                        : "Going back to what ran before.");
        // First, for a new service may hold a port that an old one needs.
        for (ServiceName created : snapshot.created()) {
            attempt(
                    created,
                    failures,
                    limit,
                    () -> platform.removeService(snapshot.stack(), created));
        }
        restoreAll(failures, limit);
        for (String network : snapshot.createdNetworks()) {
            removeNetwork(network, limit);
        }
        for (FileKind kind : FileKind.values()) {
            snapshot.createdFiles().of(kind).forEach(name -> removeFile(kind, name));
        }
        return failures;
    }

    private void restoreAll(TreeMap<ServiceName, String> failures, Limit limit) {
        Observer observer = new Observer(snapshot.stack(), platform, witness, report);
        ObservedStack before;
        try {
            before = observer.observe(limit);
        } catch (PlatformException | RolloutFailure failure) {
            snapshot.changed().forEach(s -> failures.put(s.name(), reason(failure)));
            return;
        }
        List<ServiceName> awaited = new ArrayList<>();
        for (ServiceSnapshot service : snapshot.changed()) {
            report.tell(service.name(), before.service(service.name()), ServiceState.REVERTING, "");
            boolean ordered =
                    attempt(
                            service.name(),
                            failures,
                            limit,
                            () -> platform.restoreService(snapshot.stack(), service));
            if (ordered && service.working()) {
                awaited.add(service.name());
            }
        }
        for (ServiceName name : awaited) {
            awaitRestored(name, before, failures, limit);
        }
        snapshot.changed().stream()
                .map(ServiceSnapshot::name)
                .filter(name -> !failures.containsKey(name))
                .forEach(name -> report.tell(name, ServiceState.REVERTED, ""));
    }

    /// One by one, so that one that fails does not hide how the others do; all were ordered before.
    private void awaitRestored(
            ServiceName name,
            ObservedStack before,
            TreeMap<ServiceName, String> failures,
            Limit limit) {
        attempt(
                name,
                failures,
                limit,
                () -> {
                    Observer observer = new Observer(snapshot.stack(), platform, witness, report);
                    ObservedService restored =
                            observer.observe(limit)
                                    .service(name)
                                    .orElseThrow(() -> new RolloutFailure("is gone"));
                    observer.expect(rules(restored, before.service(name)));
                    observer.awaitHealthy(List.of(name), limit);
                });
    }

    private static ServiceGate.Rules rules(
            ObservedService restored, Optional<ObservedService> before) {
        return new ServiceGate.Rules(
                restored.spec(),
                restored.hash(),
                OptionalLong.empty(),
                true,
                ServiceGate.isJob(restored.spec()),
                ServiceGate.endedTasks(before),
                RolloutRequest.DEFAULT_MONITOR);
    }

    private boolean attempt(
            ServiceName service,
            TreeMap<ServiceName, String> failures,
            Limit limit,
            Runnable action) {
        while (true) {
            try {
                action.run();
                return true;
            } catch (PlatformException failure) {
                boolean again = failure.kind() == PlatformException.Kind.UNAVAILABLE;
                if (!again || limit.isReached() || !paused(limit)) {
                    failures.put(service, reason(failure));
                    return false;
                }
            } catch (RolloutFailure failure) {
                failures.put(service, failure.reason());
                return false;
            }
        }
    }

    /// A network is in use until the engine has let go of the last task, and stays on the node for a moment
    /// longer. An empty one that stays for good disturbs nobody: the next rollout takes it as it is.
    private void removeNetwork(String network, Limit limit) {
        while (!isGone(network) && !limit.isReached() && paused(limit)) {
            // The pause lets the engine get on.
        }
    }

    /// One that stays, because a service could not be restored, is collected by a later rollout.
    private void removeFile(FileKind kind, String name) {
        try {
            platform.removeFile(snapshot.stack(), kind, name);
        } catch (PlatformException stillUsed) {
            report.phase(
                    Phase.REVERTING,
                    "Kept %s '%s': %s".formatted(kind.word(), name, stillUsed.getMessage()));
        }
    }

    private boolean isGone(String network) {
        try {
            platform.removeNetwork(snapshot.stack(), network);
            return !platform.observe(snapshot.stack()).networks().contains(network);
        } catch (PlatformException stillUsed) {
            return false;
        }
    }

    private static boolean paused(Limit limit) {
        try {
            limit.pause();
            return true;
        } catch (RolloutFailure stopped) {
            return false;
        }
    }

    private static String reason(RuntimeException failure) {
        return String.valueOf(failure.getMessage());
    }
}
