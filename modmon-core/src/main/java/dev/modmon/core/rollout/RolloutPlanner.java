package dev.modmon.core.rollout;

import dev.modmon.core.compose.DependencyGraph;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.project.ServiceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides how to get from what an engine has to what is wanted.
///
/// Networks, configs and secrets come first; then the services, dependencies before their dependents, each group awaited
/// before the next one is touched; what is no longer wanted goes last, when everything else works.
public final class RolloutPlanner {
    /// @param desired with literal values, its images pinned to digests where a registry knows them
    public RolloutPlan plan(Stack desired, ObservedStack observed) {
        List<Step> steps = new ArrayList<>();
        List<ServiceName> unchanged = new ArrayList<>();
        missingNetworks(desired, observed).map(Step.CreateNetwork::new).forEach(steps::add);
        missingFiles(desired, observed).forEach(steps::add);
        for (List<ServiceName> wave : DependencyGraph.of(desired.services()).waves()) {
            addWave(wave, desired, observed, steps, unchanged);
        }
        unwanted(desired, observed).map(Step.RemoveService::new).forEach(steps::add);
        if (!steps.isEmpty()) {
            new UnusedFiles(desired, observed, unchanged).removals().forEach(steps::add);
        }
        return new RolloutPlan(desired.name(), steps, unchanged.stream().sorted().toList());
    }

    private static Stream<NetworkSpec> missingNetworks(Stack desired, ObservedStack observed) {
        return desired.networks().stream()
                .filter(n -> !n.naming().isExternal() && !observed.networks().contains(n.name()));
    }

    private static Stream<Step> missingFiles(Stack desired, ObservedStack observed) {
        return Stream.of(FileKind.values())
                .flatMap(kind ->
                        desired.files(kind).stream()
                                .filter(file -> !file.naming().isExternal())
                                .filter(file ->
                                        !observed.files().of(kind).contains(file.storedName()))
                                .map(file -> new Step.CreateFile(kind, file)));
    }

    private static void addWave(
            List<ServiceName> wave,
            Stack desired,
            ObservedStack observed,
            List<Step> steps,
            List<ServiceName> unchanged) {
        List<ServiceName> touched = new ArrayList<>();
        for (ServiceName name : wave) {
            ServiceSpec wanted = desired.service(name).orElseThrow();
            Optional<Step> step = stepFor(wanted, observed.service(name));
            step.ifPresent(steps::add);
            (step.isPresent() ? touched : unchanged).add(name);
        }
        if (!touched.isEmpty()) {
            steps.add(new Step.AwaitHealthy(touched));
        }
    }

    private static Optional<Step> stepFor(ServiceSpec wanted, Optional<ObservedService> existing) {
        if (existing.isEmpty()) {
            return Optional.of(new Step.CreateService(wanted));
        }
        ObservedService before = existing.get();
        ServiceSpec after = keepingDigest(wanted, before.spec());
        List<FieldChange> changes = ServiceDiff.between(before, after);
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                reasonToReplace(before.spec(), after, changes)
                        .<Step>map(reason -> new Step.ReplaceService(before, after, reason))
                        .orElseGet(() ->
                                new Step.UpdateService(
                                        before,
                                        after,
                                        changes,
                                        Downtime.of(before.spec(), after, changes))));
    }

    /// A wanted image without a digest is the running one when name and tag agree; the running one's
    /// digest then stays, for dropping it would change the task and restart it.
    private static ServiceSpec keepingDigest(ServiceSpec wanted, ServiceSpec running) {
        ImageReference image = running.container().image();
        boolean same =
                wanted.container().image().digest().isEmpty()
                        && ImageChange.between(image, wanted.container().image()).isEmpty();
        return same ? wanted.withContainer(wanted.container().withImage(image)) : wanted;
    }

    private static Optional<String> reasonToReplace(
            ServiceSpec before, ServiceSpec after, List<FieldChange> changes) {
        if (changes.stream().anyMatch(c -> c.field().equals("deploy.mode"))) {
            return Optional.of(
                    "deploy.mode changes from %s to %s, which the engine cannot do in place"
                            .formatted(
                                    before.deploy().mode().word(), after.deploy().mode().word()));
        }
        return changes.stream()
                .map(FieldChange::field)
                .filter(field -> field.startsWith("networks."))
                .findFirst()
                .map(field -> field + " changes, which the engine cannot do safely in place");
    }

    private static Stream<ObservedService> unwanted(Stack desired, ObservedStack observed) {
        return observed.services().stream()
                .filter(s -> desired.service(s.spec().name()).isEmpty())
                .sorted(Comparator.comparing(s -> s.spec().name()));
    }
}
