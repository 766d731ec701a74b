package dev.modmon.server.rollout;

import dev.modmon.core.api.Outcome;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.Step;
import dev.modmon.server.rollout.RolloutResult.Change;
import dev.modmon.server.rollout.RolloutResult.ServiceResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Says of each service what became of it.
final class ResultLedger {
    private ResultLedger() {}

    /// Nothing was touched.
    static RolloutResult notBegun(String reason, Optional<ObservedStack> running) {
        List<ServiceResult> services =
                running.stream()
                        .flatMap(stack -> stack.services().stream())
                        .map(s -> plain(s.spec().name(), Change.UNCHANGED, image(s)))
                        .toList();
        return new RolloutResult(Outcome.FAILED, reason, services);
    }

    static RolloutResult completed(ObservedStack before, RolloutPlan plan) {
        Map<ServiceName, ServiceResult> results = new TreeMap<>();
        for (ServiceName name : plan.unchanged()) {
            String image = before.service(name).map(ResultLedger::image).orElse("");
            results.put(name, plain(name, Change.UNCHANGED, image));
        }
        for (Step step : plan.steps()) {
            switch (step) {
                case Step.CreateService(var service) ->
                        results.put(
                                service.name(),
                                plain(
                                        service.name(),
                                        Change.CREATED,
                                        service.container().image().value()));
                case Step.UpdateService(_, var after, _, _) ->
                        results.put(
                                after.name(),
                                plain(
                                        after.name(),
                                        Change.UPDATED,
                                        after.container().image().value()));
                case Step.ReplaceService(_, var after, _) ->
                        results.put(
                                after.name(),
                                plain(
                                        after.name(),
                                        Change.UPDATED,
                                        after.container().image().value()));
                case Step.RemoveService(var service) ->
                        results.put(
                                service.spec().name(),
                                plain(service.spec().name(), Change.REMOVED, ""));
                case Step.CreateNetwork(_),
                        Step.CreateFile(_, _),
                        Step.RemoveFile(_, _),
                        Step.AwaitHealthy(_) -> {}
            }
        }
        return new RolloutResult(Outcome.COMPLETED, "", List.copyOf(results.values()));
    }

    /// @param notRestored why a service is not as it was, by name
    static RolloutResult takenBack(
            RolloutFailure failure,
            Snapshot snapshot,
            Map<ServiceName, String> notRestored,
            RolloutPlan plan,
            ObservedStack before) {
        List<ServiceResult> results = new ArrayList<>();
        plan.unchanged().stream()
                .map(name ->
                        plain(
                                name,
                                Change.UNCHANGED,
                                before.service(name).map(ResultLedger::image).orElse("")))
                .forEach(results::add);
        results.addAll(takenBack(snapshot, notRestored, isOf(failure)));
        failure.service()
                .ifPresent(name -> results.add(failed(name, failure, snapshot, notRestored)));
        results.sort(Comparator.comparing(ServiceResult::name));
        return new RolloutResult(
                outcome(snapshot, notRestored), reason(failure, notRestored), results);
    }

    /// After a crash nobody knows any more why.
    static RolloutResult recovered(Snapshot snapshot, Map<ServiceName, String> notRestored) {
        return new RolloutResult(
                outcome(snapshot, notRestored),
                "The server was stopped during the rollout." + notRestored(notRestored),
                takenBack(snapshot, notRestored, _ -> false));
    }

    private static Predicate<ServiceName> isOf(RolloutFailure failure) {
        return name -> failure.service().equals(Optional.of(name));
    }

    private static List<ServiceResult> takenBack(
            Snapshot snapshot,
            Map<ServiceName, String> notRestored,
            Predicate<ServiceName> reportedOtherwise) {
        List<ServiceResult> results = new ArrayList<>();
        for (ServiceSnapshot service : snapshot.changed()) {
            results.add(taken(service.name(), Change.REVERTED, service.image(), notRestored));
        }
        for (ServiceName created : snapshot.created()) {
            results.add(taken(created, Change.REMOVED, "", notRestored));
        }
        results.removeIf(result -> reportedOtherwise.test(result.name()));
        results.sort(Comparator.comparing(ServiceResult::name));
        return results;
    }

    private static ServiceResult taken(
            ServiceName name, Change change, String image, Map<ServiceName, String> notRestored) {
        String reason = notRestored.getOrDefault(name, "");
        return new ServiceResult(
                name, reason.isEmpty() ? change : Change.FAILED, image, reason, List.of(), "");
    }

    private static ServiceResult failed(
            ServiceName name,
            RolloutFailure failure,
            Snapshot snapshot,
            Map<ServiceName, String> notRestored) {
        String image =
                snapshot.changed().stream()
                        .filter(s -> s.name().equals(name) && !notRestored.containsKey(name))
                        .map(ServiceSnapshot::image)
                        .findFirst()
                        .orElse("");
        return new ServiceResult(
                name,
                Change.FAILED,
                image,
                failure.reason(),
                failure.logs(),
                failure.healthOutput());
    }

    private static Outcome outcome(Snapshot snapshot, Map<ServiceName, String> notRestored) {
        return snapshot.first() || !notRestored.isEmpty() ? Outcome.FAILED : Outcome.REVERTED;
    }

    private static String reason(RolloutFailure failure, Map<ServiceName, String> notRestored) {
        String cause = failure.service().map(name -> name + " ").orElse("") + failure.reason();
        return (cause.endsWith(".") ? cause : cause + ".") + notRestored(notRestored);
    }

    private static String notRestored(Map<ServiceName, String> notRestored) {
        return notRestored.isEmpty()
                ? ""
                : " Going back failed too: "
                        + notRestored.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    private static ServiceResult plain(ServiceName name, Change change, String image) {
        return new ServiceResult(name, change, image, "", List.of(), "");
    }

    private static String image(ObservedService service) {
        return service.spec().container().image().value();
    }
}
