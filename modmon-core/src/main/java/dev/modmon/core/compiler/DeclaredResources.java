package dev.modmon.core.compiler;

import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.VolumeSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Decodes the networks and volumes that are declared at the top level, by the name that services use.
final class DeclaredResources {
    private final StackName stack;
    private final Diagnostics diagnostics;

    DeclaredResources(StackName stack, Diagnostics diagnostics) {
        this.stack = stack;
        this.diagnostics = diagnostics;
    }

    /// `default` is always there.
    SortedMap<String, NetworkSpec> networks(YamlMapping declared) {
        NetworkDecoder decoder = new NetworkDecoder(stack, diagnostics);
        SortedMap<String, NetworkSpec> networks = decoded(declared, decoder::decode);
        networks.putIfAbsent("default", NetworkSpec.overlay("default"));
        return networks;
    }

    SortedMap<String, VolumeSpec> volumes(YamlMapping declared) {
        return decoded(declared, this::volume);
    }

    private static <T> SortedMap<String, T> decoded(
            YamlMapping declared, Function<Entry, T> decoder) {
        SortedMap<String, T> decoded = new TreeMap<>();
        declared.entries().forEach(entry -> decoded.put(entry.key(), decoder.apply(entry)));
        return decoded;
    }

    private VolumeSpec volume(Entry entry) {
        String owner = "volume '%s'".formatted(entry.key());
        YamlMapping mapping = YamlFields.mappingOf(entry.value(), owner, diagnostics);
        YamlFields fields = YamlFields.of(mapping, owner, diagnostics);
        DeclaredName name = DeclaredName.of(entry.key(), fields, stack);
        UnitFields units = new UnitFields(fields, owner, diagnostics);
        new SwarmCheck(diagnostics).check(mapping, ComposeSpecification.VOLUME, owner);
        return new VolumeSpec(
                name.name(),
                name.naming(),
                fields.text("driver").map(Located::value).orElse(""),
                units.texts("driver_opts"),
                units.texts("labels"));
    }
}
