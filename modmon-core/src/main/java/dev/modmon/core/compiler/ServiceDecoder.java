package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ServiceDefinition;
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
        List<PortSpec> ports = new PortDecoder(owner, diagnostics).decode(fields.items("ports"));
        List<MountDecoder.Mount> mounts =
                new MountDecoder(owner, diagnostics)
                        .decode(fields.items("volumes"), fields.texts("tmpfs"));
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
                                        mountSpecs),
                        new DeployDecoder(owner, diagnostics)
                                .decode(fields, ports, mountSpecs, stateful),
                        ports,
                        fields.placeOf("ports"),
                        mounts,
                        new NetworksDecoder(owner, diagnostics)
                                .decode(fields.node("networks"), definition.place()),
                        new DependenciesDecoder(owner, diagnostics)
                                .decode(fields.node("depends_on")));
        ComposeKeys.check(fields, definition.compose(), owner, diagnostics);
        fields.rejectUnknown();
        return draft;
    }
}
