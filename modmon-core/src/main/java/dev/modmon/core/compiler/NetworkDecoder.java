package dev.modmon.core.compiler;

import dev.modmon.core.compose.AddressPool;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Decodes the declaration of a network.
final class NetworkDecoder {
    private static final String OVERLAY = "overlay";

    /// Drivers of one machine whose networks an overlay stands in for.
    private static final Set<String> REPLACED = Set.of("", "default", "bridge", "nat");

    /// Drivers that join a container to what one machine has.
    private static final Set<String> OF_ONE_NODE =
            Set.of("host", "none", "null", "macvlan", "ipvlan", "transparent", "l2bridge");

    /// What an overlay understands too.
    private static final Set<String> COMMON_OPTIONS = Set.of("com.docker.network.driver.mtu");

    private final StackName stack;
    private final Diagnostics diagnostics;

    NetworkDecoder(StackName stack, Diagnostics diagnostics) {
        this.stack = stack;
        this.diagnostics = diagnostics;
    }

    NetworkSpec decode(Entry entry) {
        String owner = "network '%s'".formatted(entry.key());
        YamlMapping mapping = YamlFields.mappingOf(entry.value(), owner, diagnostics);
        YamlFields fields = YamlFields.of(mapping, owner, diagnostics);
        DeclaredName name = DeclaredName.of(entry.key(), fields, stack);
        boolean external = name.naming().isExternal();
        String said = fields.text("driver").map(Located::value).orElse(OVERLAY);
        String driver = external ? OVERLAY : driver(said, fields, owner);
        UnitFields units = new UnitFields(fields, owner, diagnostics);
        SortedMap<String, String> options = units.texts("driver_opts");
        NetworkSpec network =
                new NetworkSpec(
                        name.name(),
                        name.naming(),
                        driver,
                        driver.equals(said) ? options : understood(options, fields, owner),
                        fields.mapping("ipam")
                                .map(ipam -> addresses(ipam, owner))
                                .orElse(AddressPool.CHOSEN_BY_ENGINE),
                        units.texts("labels"),
                        fields.bool("attachable").orElse(false),
                        fields.bool("internal").orElse(false));
        new SwarmCheck(diagnostics).check(mapping, ComposeSpecification.NETWORK, owner);
        return external ? NetworkSpec.external(name.name()) : network;
    }

    private String driver(String said, YamlFields fields, String owner) {
        if (REPLACED.contains(said)) {
            diagnostics.note(
                    "compose.translated",
                    fields.placeOf("driver"),
                    "Driver '%s' of %s becomes overlay, which reaches all nodes."
                            .formatted(said, owner),
                    "");
            return OVERLAY;
        }
        if (OF_ONE_NODE.contains(said)) {
            diagnostics.error(
                    "compose.not-in-swarm",
                    fields.placeOf("driver"),
                    "%s has driver '%s', which does not reach across nodes."
                            .formatted(Sentence.start(owner), said),
                    "Leave 'driver' out: overlay is the default. For the network of the node itself, say 'network_mode: host' in the service.");
        }
        return said;
    }

    private SortedMap<String, String> understood(
            SortedMap<String, String> options, YamlFields fields, String owner) {
        SortedMap<String, String> kept = new TreeMap<>(options);
        kept.keySet().retainAll(COMMON_OPTIONS);
        SortedMap<String, String> dropped = new TreeMap<>(options);
        dropped.keySet().removeAll(kept.keySet());
        if (!dropped.isEmpty()) {
            diagnostics.warning(
                    "compose.ignored",
                    fields.placeOf("driver_opts"),
                    "An overlay network does not know these options of %s: %s."
                            .formatted(owner, String.join(", ", dropped.keySet())),
                    "They were for another driver.");
        }
        return kept;
    }

    private AddressPool addresses(YamlMapping ipam, String owner) {
        String what = "'ipam' of " + owner;
        YamlFields fields = YamlFields.of(ipam, what, diagnostics);
        List<String> subnets = new ArrayList<>();
        for (YamlNode item : fields.items("config")) {
            YamlFields pool = YamlFields.of(item, what, diagnostics);
            pool.text("subnet").ifPresent(subnet -> subnets.add(subnet.value()));
        }
        String driver =
                fields.text("driver")
                        .map(Located::value)
                        .orElse(AddressPool.CHOSEN_BY_ENGINE.driver());
        return new AddressPool(driver, subnets);
    }
}
