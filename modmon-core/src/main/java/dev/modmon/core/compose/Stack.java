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
/// @param configs that services get, by name
/// @param secrets that services get, by name
public record Stack(
        StackName name,
        List<ServiceSpec> services,
        List<NetworkSpec> networks,
        List<VolumeSpec> volumes,
        List<StoredFile> configs,
        List<StoredFile> secrets) {
    public Stack {
        services = services.stream().sorted(Comparator.comparing(ServiceSpec::name)).toList();
        networks = networks.stream().sorted(Comparator.comparing(NetworkSpec::name)).toList();
        volumes = volumes.stream().sorted(Comparator.comparing(VolumeSpec::name)).toList();
        configs = configs.stream().sorted(Comparator.comparing(StoredFile::name)).toList();
        secrets = secrets.stream().sorted(Comparator.comparing(StoredFile::name)).toList();
    }

    /// Without configs and secrets.
    public static Stack of(
            StackName name,
            List<ServiceSpec> services,
            List<NetworkSpec> networks,
            List<VolumeSpec> volumes) {
        return new Stack(name, services, networks, volumes, List.of(), List.of());
    }

    public Stack withServices(List<ServiceSpec> changed) {
        return new Stack(name, changed, networks, volumes, configs, secrets);
    }

    public List<StoredFile> files(FileKind kind) {
        return switch (kind) {
            case CONFIG -> configs;
            case SECRET -> secrets;
        };
    }

    public Optional<NetworkSpec> network(String network) {
        return networks.stream().filter(n -> n.name().equals(network)).findFirst();
    }

    public Optional<VolumeSpec> volume(String volume) {
        return volumes.stream().filter(v -> v.name().equals(volume)).findFirst();
    }

    public Optional<ServiceSpec> service(ServiceName service) {
        return services.stream().filter(s -> s.name().equals(service)).findFirst();
    }
}
