package dev.modmon.core.compose;

import dev.modmon.core.project.ServiceName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What an environment wants running: complete, typed, every list in a fixed order.
///
/// @param services by name
/// @param networks by name
/// @param volumes the named volumes that services mount, by name
public record Stack(
        StackName name,
        List<ServiceSpec> services,
        List<NetworkSpec> networks,
        List<VolumeSpec> volumes) {
    public Stack {
        services = services.stream().sorted(Comparator.comparing(ServiceSpec::name)).toList();
        networks = networks.stream().sorted(Comparator.comparing(NetworkSpec::name)).toList();
        volumes = volumes.stream().sorted(Comparator.comparing(VolumeSpec::name)).toList();
    }

    public Optional<ServiceSpec> service(ServiceName service) {
        return services.stream().filter(s -> s.name().equals(service)).findFirst();
    }
}
