package dev.modmon.server.rollout;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.server.rollout.RolloutListener.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Looks at the services of a stack until they work. What a service's gate has seen is kept from one wait to the
/// next, so that no failure is forgotten between them.
final class Observer {
    private final StackName stack;
    private final ContainerPlatform platform;
    private final Witness witness;
    private final ProgressReport report;
    private final Map<ServiceName, ServiceGate> gates = new LinkedHashMap<>();

    Observer(StackName stack, ContainerPlatform platform, Witness witness, ProgressReport report) {
        this.stack = stack;
        this.platform = platform;
        this.witness = witness;
        this.report = report;
    }

    /// From now on this service must not fail.
    void expect(ServiceGate.Rules rules) {
        gates.put(rules.spec().name(), new ServiceGate(rules, witness::isUnhealthy));
    }

    /// What the engine has. An engine that does not answer for a while, as when it is restarted, is asked again.
    ObservedStack observe(Limit limit) {
        while (true) {
            try {
                return platform.observe(stack);
            } catch (PlatformException failure) {
                if (failure.kind() != PlatformException.Kind.UNAVAILABLE || limit.isReached()) {
                    throw failure;
                }
                limit.pause();
            }
        }
    }

    /// Waits until these work at the same time.
    ///
    /// @throws RolloutFailure when one of them, or one that was awaited before, fails, or it takes too long
    void awaitHealthy(Collection<ServiceName> services, Limit limit) {
        while (look(services, limit).isEmpty()) {
            limit.pause();
        }
    }

    /// Waits until all have worked for so long, by the same tasks.
    ///
    /// @throws RolloutFailure when one fails, or it takes too long
    void awaitSteady(Duration window, Limit limit) {
        Optional<Set<String>> steady = Optional.empty();
        Instant since = limit.now();
        while (steady.isEmpty() || limit.now().isBefore(since.plus(window))) {
            Optional<Set<String>> working = look(gates.keySet(), limit);
            if (working.isEmpty() || !working.equals(steady)) {
                since = limit.now();
                steady = working;
            }
            limit.pause();
        }
    }

    /// @return ids of the tasks by which these services work, when all of them do
    private Optional<Set<String>> look(Collection<ServiceName> awaited, Limit limit) {
        ObservedStack seen = observe(limit);
        Set<String> working = new TreeSet<>();
        boolean all = true;
        for (var entry : gates.entrySet()) {
            ServiceName name = entry.getKey();
            Optional<ObservedService> service = seen.service(name);
            switch (entry.getValue().judge(service, limit.now())) {
                case Verdict.Healthy(var tasks) -> {
                    report.tell(name, service, ServiceState.HEALTHY, "");
                    working.addAll(tasks);
                }
                case Verdict.Waiting waiting -> {
                    report.tell(name, service, ServiceState.STARTING, waiting.reason());
                    if (awaited.contains(name)) {
                        all = false;
                        failWhenLate(entry.getValue(), waiting, limit);
                    }
                }
                case Verdict.Failed failed ->
                        throw told(witness.failed(entry.getValue().spec(), failed));
            }
        }
        return all ? Optional.of(working) : Optional.empty();
    }

    private void failWhenLate(ServiceGate gate, Verdict.Waiting waiting, Limit limit) {
        if (limit.isReached()) {
            throw told(witness.late(gate.spec(), waiting, limit));
        }
    }

    private RolloutFailure told(RolloutFailure failure) {
        failure.service()
                .ifPresent(name -> report.tell(name, ServiceState.FAILED, failure.reason()));
        return failure;
    }
}
