package dev.modmon.core.compose;

import dev.modmon.core.project.ServiceName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One service of a stack. What the engine would default is spelled out, so that a desired and an
/// observed service compare equal exactly when nothing has to change.
///
/// @param networks by network name
/// @param ports by target, then published, then protocol
/// @param labels of the service (Compose's `deploy.labels`), without Modmon's own and the stack's
/// @param dependsOn the services that come before this one in a rollout; the engine does not know it
public record ServiceSpec(
        ServiceName name,
        ContainerSpec container,
        DeploySpec deploy,
        List<NetworkAttachment> networks,
        List<PortSpec> ports,
        EndpointMode endpointMode,
        SortedMap<String, String> labels,
        SortedMap<ServiceName, DependencyCondition> dependsOn) {
    public ServiceSpec {
        networks = networks.stream().sorted().toList();
        ports = ports.stream().sorted().toList();
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        dependsOn = Collections.unmodifiableSortedMap(new TreeMap<>(dependsOn));
    }

    public ServiceSpec withContainer(ContainerSpec changed) {
        return new ServiceSpec(
                name, changed, deploy, networks, ports, endpointMode, labels, dependsOn);
    }
}
