package dev.modmon.core.compiler;

import dev.modmon.core.compose.Resources;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Decodes `deploy.resources`, and the short keys `cpus`, `mem_limit`, `mem_reservation` and
/// `pids_limit` that mean the same.
final class ResourcesDecoder {
    private final String owner;
    private final Diagnostics diagnostics;

    ResourcesDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// @param service the fields of the service itself
    /// @param resources `deploy.resources`
    Resources decode(YamlFields service, Optional<YamlMapping> resources) {
        Resources inShort = shortKeys(service);
        Resources inDeploy = resources.map(this::longKeys).orElse(Resources.NONE);
        if (inShort.equals(Resources.NONE)) {
            return inDeploy;
        }
        if (inDeploy.equals(Resources.NONE) || inDeploy.equals(inShort)) {
            return inShort;
        }
        diagnostics.error(
                "compose.said-twice",
                service.placeOf("deploy"),
                "%s says in two ways what it may use.".formatted(Sentence.start(owner)),
                "Keep 'deploy.resources' and remove 'cpus', 'mem_limit', 'mem_reservation' and 'pids_limit'.");
        return inDeploy;
    }

    private Resources shortKeys(YamlFields service) {
        UnitFields units = new UnitFields(service, owner, diagnostics);
        return new Resources(
                units.cpus("cpus"),
                units.bytes("mem_limit"),
                pids(service, "pids_limit"),
                0,
                units.bytes("mem_reservation"),
                new TreeMap<>());
    }

    private Resources longKeys(YamlMapping mapping) {
        YamlFields fields = YamlFields.of(mapping, "'deploy.resources' of " + owner, diagnostics);
        Resources limits = amounts(fields, "limits");
        Resources reserved = amounts(fields, "reservations");
        return new Resources(
                limits.limitNanoCpus(),
                limits.limitMemory(),
                limits.limitPids(),
                reserved.limitNanoCpus(),
                reserved.limitMemory(),
                reserved.reservedKinds());
    }

    private Resources amounts(YamlFields resources, String key) {
        Optional<YamlMapping> mapping = resources.mapping(key);
        if (mapping.isEmpty()) {
            return Resources.NONE;
        }
        String what = "'deploy.resources.%s' of %s".formatted(key, owner);
        YamlFields fields = YamlFields.of(mapping.get(), what, diagnostics);
        UnitFields units = new UnitFields(fields, what, diagnostics);
        long cpus = units.cpus("cpus");
        long memory = units.bytes("memory");
        long pids = key.equals("limits") ? pids(fields, "pids") : 0;
        SortedMap<String, Long> kinds =
                key.equals("reservations") ? kinds(fields, what) : new TreeMap<>();
        return new Resources(cpus, memory, pids, 0, 0, kinds);
    }

    /// `generic_resources`: how many of each kind of thing that nodes are told to have.
    private SortedMap<String, Long> kinds(YamlFields reservations, String owner) {
        SortedMap<String, Long> kinds = new TreeMap<>();
        String what = "a generic resource of " + owner;
        for (YamlNode item : reservations.items("generic_resources")) {
            YamlFields resource = YamlFields.of(item, what, diagnostics);
            resource.mapping("discrete_resource_spec")
                    .map(spec -> YamlFields.of(spec, what, diagnostics))
                    .ifPresentOrElse(
                            spec -> addKind(spec, kinds),
                            () -> resource.missing("discrete_resource_spec"));
        }
        return kinds;
    }

    private static void addKind(YamlFields spec, SortedMap<String, Long> kinds) {
        Optional<Located<String>> kind = spec.requiredText("kind");
        int count = spec.integer("value", 0, Integer.MAX_VALUE).orElse(0);
        kind.ifPresent(it -> kinds.merge(it.value(), (long) count, Long::sum));
    }

    /// -1 is Compose's word for no limit.
    private static long pids(YamlFields fields, String key) {
        return Math.max(0, fields.integer(key, -1, Integer.MAX_VALUE).orElse(0));
    }
}
