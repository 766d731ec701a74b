package dev.modmon.core.compiler;

import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.VolumeSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Decodes what `swarm.networks` and `swarm.volumes` declare.
final class DeclaredResources {
    private final Diagnostics diagnostics;

    DeclaredResources(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /// By the name that services use; `default` is always there.
    SortedMap<String, NetworkSpec> networks(YamlMapping declared) {
        SortedMap<String, NetworkSpec> networks = decoded(declared, this::network);
        networks.putIfAbsent("default", NetworkSpec.overlay("default"));
        return networks;
    }

    /// By the name that services use.
    SortedMap<String, VolumeSpec> volumes(YamlMapping declared) {
        return decoded(declared, this::volume);
    }

    private static <T> SortedMap<String, T> decoded(
            YamlMapping declared, Function<Entry, T> decoder) {
        SortedMap<String, T> decoded = new TreeMap<>();
        declared.entries().forEach(entry -> decoded.put(entry.key(), decoder.apply(entry)));
        return decoded;
    }

    private NetworkSpec network(Entry entry) {
        String owner = "network '%s'".formatted(entry.key());
        YamlFields fields = fields(entry, owner);
        boolean external = external(fields);
        NetworkSpec network =
                new NetworkSpec(
                        name(fields, entry, external, owner),
                        external,
                        fields.text("driver").map(Located::value).orElse("overlay"),
                        new UnitFields(fields, owner, diagnostics).texts("driver_opts"),
                        fields.bool("attachable").orElse(false),
                        fields.bool("internal").orElse(false));
        if (!external && !network.driver().equals("overlay")) {
            diagnostics.error(
                    "compose.not-in-swarm",
                    fields.placeOf("driver"),
                    "%s has driver '%s', which does not reach across nodes."
                            .formatted(Sentence.start(owner), network.driver()),
                    "Leave 'driver' out: overlay is the default.");
        }
        refuseLater(fields, List.of("ipam", "enable_ipv6", "enable_ipv4", "labels"), owner);
        finish(fields, entry);
        return network;
    }

    private VolumeSpec volume(Entry entry) {
        String owner = "volume '%s'".formatted(entry.key());
        YamlFields fields = fields(entry, owner);
        boolean external = external(fields);
        VolumeSpec volume =
                new VolumeSpec(
                        name(fields, entry, external, owner),
                        external,
                        fields.text("driver").map(Located::value).orElse(""),
                        new UnitFields(fields, owner, diagnostics).texts("driver_opts"));
        refuseLater(fields, List.of("labels"), owner);
        finish(fields, entry);
        return volume;
    }

    private YamlFields fields(Entry entry, String owner) {
        return YamlFields.of(
                YamlFields.mappingOf(entry.value(), owner, diagnostics), owner, diagnostics);
    }

    private static boolean external(YamlFields fields) {
        return fields.node("external").isPresent() && fields.bool("external").orElse(true);
    }

    /// Only what exists already may have a name of its own.
    private String name(YamlFields fields, Entry entry, boolean external, String owner) {
        Optional<Located<String>> name = fields.text("name");
        if (name.isPresent() && !external) {
            diagnostics.error(
                    "compose.not-supported-yet",
                    name.get().place(),
                    "'name' of %s is not supported yet.".formatted(owner),
                    "Leave it out, or add 'external: true' when it exists already.");
        }
        return name.filter(_ -> external).map(Located::value).orElse(entry.key());
    }

    private void refuseLater(YamlFields fields, List<String> keys, String owner) {
        keys.stream()
                .filter(key -> fields.node(key).isPresent())
                .forEach(key -> ComposeKeys.notYet(fields, key, owner, diagnostics));
    }

    private static void finish(YamlFields fields, Entry entry) {
        if (entry.value() instanceof YamlMapping mapping) {
            ComposeKeys.allowExtensions(fields, mapping);
        }
        fields.rejectUnknown();
    }
}
