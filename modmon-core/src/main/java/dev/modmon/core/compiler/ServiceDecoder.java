package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/// Decodes the Compose keys of one service.
final class ServiceDecoder {
    private final ServiceImage images;
    private final Diagnostics diagnostics;

    ServiceDecoder(ServiceImage images, Diagnostics diagnostics) {
        this.images = images;
        this.diagnostics = diagnostics;
    }

    /// @param definition merged, its image filled in
    /// @param stateful whether databases are on it
    /// @param completed adds to the service's own variables what it gets besides
    DraftService decode(
            ServiceDefinition definition,
            boolean stateful,
            Expressions expressions,
            UnaryOperator<SortedMap<String, EnvValue>> completed) {
        String owner = "service '%s'".formatted(definition.name());
        ComposeTexts texts = new ComposeTexts(expressions, owner, diagnostics);
        YamlMapping compose = texts.literal(definition.compose());
        YamlFields fields = YamlFields.of(compose, owner, diagnostics);
        SortedMap<String, EnvValue> own =
                new VariablesDecoder(texts, owner, diagnostics).decode(fields.node("environment"));
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
                                        completed.apply(own),
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
        ComposeKeys.check(fields, compose, owner, diagnostics);
        fields.rejectUnknown();
        return draft;
    }
}
