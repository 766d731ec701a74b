package dev.modmon.core.rollout;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an engine really has of a stack at one moment.
///
/// @param networks names within the stack of the networks that exist
/// @param volumes names within the stack of the volumes that exist on the node that was asked
/// @param files the stack's configs and secrets
public record ObservedStack(
        StackName name,
        List<ObservedService> services,
        Set<String> networks,
        Set<String> volumes,
        ObservedFiles files) {
    public ObservedStack {
        services = List.copyOf(services);
        networks = Set.copyOf(networks);
        volumes = Set.copyOf(volumes);
    }

    public Optional<ObservedService> service(ServiceName service) {
        return services.stream().filter(s -> s.spec().name().equals(service)).findFirst();
    }
}
