package dev.modmon.core.specification;

import static dev.modmon.core.specification.Shapes.DURATION;
import static dev.modmon.core.specification.Shapes.INTEGER;
import static dev.modmon.core.specification.Shapes.KEY_VALUES;
import static dev.modmon.core.specification.Shapes.NUMBER;
import static dev.modmon.core.specification.Shapes.TEXT;
import static dev.modmon.core.specification.Shapes.TEXTS;
import static dev.modmon.core.specification.Shapes.TEXT_OR_INTEGER;
import static dev.modmon.core.specification.Shapes.TEXT_OR_NUMBER;
import static dev.modmon.core.specification.Shapes.choice;
import static dev.modmon.core.specification.Shapes.fields;
import static dev.modmon.core.specification.Shapes.list;

/// `deploy` of a service and what is in it.
final class DeployKeys {
    private static final MappingType POLICY =
            MappingType.of("update policy")
                    .with("parallelism", INTEGER)
                    .with("delay", DURATION)
                    .with("failure_action", TEXT)
                    .with("monitor", DURATION)
                    .with("max_failure_ratio", NUMBER)
                    .with("order", choice("start-first", "stop-first"));

    private static final MappingType RESTART_POLICY =
            MappingType.of("restart policy")
                    .with("condition", TEXT)
                    .with("delay", DURATION)
                    .with("max_attempts", INTEGER)
                    .with("window", DURATION);

    static final SwarmTreatment NO_DEVICES =
            Reasons.noWord(
                    "Tell each node what it has (node-generic-resources) and reserve 'generic_resources'.");

    static final MappingType DEVICE =
            MappingType.of("device request")
                    .with("capabilities", TEXTS)
                    .with("driver", TEXT)
                    .with("count", TEXT_OR_INTEGER)
                    .with("device_ids", TEXTS)
                    .with("options", KEY_VALUES, MergeRule.KEY_VALUES);

    private static final MappingType DISCRETE_RESOURCE =
            MappingType.of("discrete resource").with("kind", TEXT).with("value", NUMBER);

    private static final MappingType GENERIC_RESOURCE =
            MappingType.of("generic resource")
                    .with("discrete_resource_spec", fields(DISCRETE_RESOURCE));

    private static final MappingType LIMITS =
            MappingType.of("resource limits")
                    .with("cpus", TEXT_OR_NUMBER)
                    .with("memory", Shapes.BYTES_AS_TEXT)
                    .with("pids", INTEGER);

    private static final MappingType RESERVATIONS =
            MappingType.of("resource reservations")
                    .with("cpus", TEXT_OR_NUMBER)
                    .with("memory", Shapes.BYTES_AS_TEXT)
                    .with("generic_resources", list(fields(GENERIC_RESOURCE)))
                    .with("devices", list(fields(DEVICE)), NO_DEVICES);

    private static final MappingType RESOURCES =
            MappingType.of("resources")
                    .with("limits", fields(LIMITS))
                    .with("reservations", fields(RESERVATIONS));

    private static final MappingType PREFERENCE =
            MappingType.of("placement preference").with("spread", TEXT);

    private static final MappingType PLACEMENT =
            MappingType.of("placement")
                    .with("constraints", TEXTS)
                    .with("preferences", list(fields(PREFERENCE)))
                    .with("max_replicas_per_node", INTEGER);

    static final MappingType DEPLOY =
            MappingType.of("deploy")
                    .with("mode", TEXT)
                    .with("replicas", INTEGER)
                    .with("endpoint_mode", TEXT)
                    .with("placement", fields(PLACEMENT))
                    .with("resources", fields(RESOURCES))
                    .with("restart_policy", fields(RESTART_POLICY))
                    .with("update_config", fields(POLICY))
                    .with("rollback_config", fields(POLICY))
                    .with("labels", KEY_VALUES, MergeRule.KEY_VALUES);

    private DeployKeys() {}
}
