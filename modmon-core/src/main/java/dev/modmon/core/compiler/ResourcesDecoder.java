package dev.modmon.core.compiler;

import dev.modmon.core.compose.Resources;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import java.util.List;
import java.util.Optional;

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
                units.bytes("mem_reservation"));
    }

    private Resources longKeys(YamlMapping mapping) {
        YamlFields fields = YamlFields.of(mapping, "'deploy.resources' of " + owner, diagnostics);
        Resources limits = amounts(fields, "limits");
        Resources reserved = amounts(fields, "reservations");
        ComposeKeys.allowExtensions(fields, mapping);
        fields.rejectUnknown();
        return new Resources(
                limits.limitNanoCpus(),
                limits.limitMemory(),
                limits.limitPids(),
                reserved.limitNanoCpus(),
                reserved.limitMemory());
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
        for (String later : List.of("devices", "generic_resources")) {
            if (fields.node(later).isPresent()) {
                ComposeKeys.notYet(fields, later, what, diagnostics);
            }
        }
        ComposeKeys.allowExtensions(fields, mapping.get());
        fields.rejectUnknown();
        return new Resources(cpus, memory, pids, 0, 0);
    }

    /// -1 is Compose's word for no limit.
    private static long pids(YamlFields fields, String key) {
        return Math.max(0, fields.integer(key, -1, Integer.MAX_VALUE).orElse(0));
    }
}
