package dev.modmon.core.rollout;

import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// Engines for tests of the planner: what one has, and what it has after a plan.
final class Observations {
    static final StackName NAME =
            new StackName(new ProjectName("shop"), new EnvironmentName("staging"));

    private Observations() {}

    static Stack wanted(ServiceSpec... services) {
        return Stack.of(
                NAME, List.of(services), List.of(NetworkSpec.overlay("default")), List.of());
    }

    static ObservedStack nothing() {
        return new ObservedStack(NAME, List.of(), Set.of(), Set.of(), ObservedFiles.NONE);
    }

    static ObservedStack running(ServiceSpec... services) {
        return new ObservedStack(
                NAME,
                List.of(services).stream().map(Observations::observed).toList(),
                Set.of("default"),
                Set.of(),
                ObservedFiles.NONE);
    }

    static ObservedService observed(ServiceSpec spec) {
        return observed(spec, "some-hash");
    }

    /// As the engine has it: without what the engine does not know.
    static ObservedService observed(ServiceSpec spec, String hash) {
        ServiceSpec known =
                new ServiceSpec(
                        spec.name(),
                        spec.container(),
                        spec.deploy(),
                        spec.networks(),
                        spec.ports(),
                        spec.endpointMode(),
                        spec.labels(),
                        new TreeMap<>());
        return new ObservedService(
                "id-" + spec.name(),
                7,
                known,
                hash,
                OptionalLong.of(1),
                0,
                ObservedFiles.NONE,
                List.of());
    }

    /// What an engine has after it carried out a plan.
    static ObservedStack after(RolloutPlan plan, ObservedStack before) {
        Map<String, ObservedService> services = new LinkedHashMap<>();
        before.services().forEach(s -> services.put(s.spec().name().value(), s));
        Set<String> networks = new HashSet<>(before.networks());
        Set<String> configs = new HashSet<>(before.files().configs());
        Set<String> secrets = new HashSet<>(before.files().secrets());
        for (Step step : plan.steps()) {
            switch (step) {
                case Step.CreateNetwork(var network) -> networks.add(network.name());
                case Step.CreateFile(var kind, var file) ->
                        (kind == FileKind.CONFIG ? configs : secrets).add(file.storedName());
                case Step.RemoveFile(var kind, var name) ->
                        (kind == FileKind.CONFIG ? configs : secrets).remove(name);
                case Step.CreateService(var service) ->
                        services.put(service.name().value(), observed(service));
                case Step.UpdateService update ->
                        services.put(update.after().name().value(), observed(update.after()));
                case Step.ReplaceService(_, var service, _) ->
                        services.put(service.name().value(), observed(service));
                case Step.AwaitHealthy _ -> {}
                case Step.RemoveService(var service) ->
                        services.remove(service.spec().name().value());
            }
        }
        return new ObservedStack(
                before.name(),
                List.copyOf(services.values()),
                networks,
                before.volumes(),
                new ObservedFiles(configs, secrets));
    }
}
