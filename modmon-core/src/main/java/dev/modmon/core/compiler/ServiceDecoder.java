package dev.modmon.core.compiler;

import dev.modmon.core.compose.ContainerFiles;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.source.Place;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.yaml.YamlFields;
import java.util.List;
import java.util.SortedMap;

/// Decodes the Compose keys of one service.
final class ServiceDecoder {
    private final ServiceImage images;
    private final Diagnostics diagnostics;

    ServiceDecoder(ServiceImage images, Diagnostics diagnostics) {
        this.images = images;
        this.diagnostics = diagnostics;
    }

    /// @param definition composed, its image and its variables filled in
    /// @param stateful whether databases are on it
    DraftService decode(ServiceDefinition definition, boolean stateful) {
        String owner = "service '%s'".formatted(definition.name());
        YamlFields fields = YamlFields.of(definition.compose(), owner, diagnostics);
        SortedMap<String, EnvValue> environment =
                new VariablesDecoder(owner, diagnostics).decode(fields.node("environment"));
        List<NetworksDecoder.Membership> networks = networks(fields, owner, definition.place());
        boolean onHost =
                networks.stream().anyMatch(n -> n.network().equals(NetworkModeDecoder.HOST));
        List<PortSpec> ports = onHost ? List.of() : ports(fields, owner);
        List<MountDecoder.Mount> mounts =
                new MountDecoder(owner, diagnostics)
                        .decode(
                                fields.items("volumes"),
                                fields.texts("tmpfs"),
                                new UnitFields(fields, owner, diagnostics).bytes("shm_size"));
        List<MountSpec> mountSpecs = mounts.stream().map(MountDecoder.Mount::spec).toList();
        DraftService draft =
                new DraftService(
                        definition.name(),
                        definition.place(),
                        new ContainerDecoder(owner, diagnostics)
                                .decode(
                                        fields,
                                        images.parse(fields, owner, definition.place()),
                                        environment,
                                        ContainerFiles.mounted(mountSpecs)),
                        new DeployDecoder(owner, diagnostics)
                                .decode(
                                        fields,
                                        new DeployDecoder.Circumstances(
                                                ports, mountSpecs, stateful, onHost)),
                        ports,
                        fields.placeOf("ports"),
                        mounts,
                        new GrantsDecoder(FileKind.CONFIG, owner, diagnostics)
                                .decode(fields.items("configs")),
                        new GrantsDecoder(FileKind.SECRET, owner, diagnostics)
                                .decode(fields.items("secrets")),
                        networks,
                        LinksDecoder.decode(fields.texts("links")),
                        fields.text("container_name"),
                        new DependenciesDecoder(owner, diagnostics)
                                .decode(fields.node("depends_on")));
        if (onHost && !fields.items("ports").isEmpty()) {
            diagnostics.warning(
                    "compose.ignored",
                    fields.placeOf("ports"),
                    "'ports' of %s have no effect with 'network_mode: host'.".formatted(owner),
                    "All its ports are the node's own already.");
        }
        new SwarmCheck(diagnostics)
                .check(definition.compose(), ComposeSpecification.SERVICE, owner);
        return draft;
    }

    private List<PortSpec> ports(YamlFields fields, String owner) {
        return new PortDecoder(owner, diagnostics).decode(fields.items("ports"));
    }

    private List<NetworksDecoder.Membership> networks(
            YamlFields fields, String owner, Place service) {
        List<NetworksDecoder.Membership> ofNode =
                new NetworkModeDecoder(owner, diagnostics).decode(fields);
        List<NetworksDecoder.Membership> named =
                new NetworksDecoder(owner, diagnostics).decode(fields.node("networks"), service);
        return ofNode.isEmpty() ? named : ofNode;
    }
}
