package dev.modmon.core.specification;

import static dev.modmon.core.specification.Shapes.BOOLEAN;
import static dev.modmon.core.specification.Shapes.INTEGER;
import static dev.modmon.core.specification.Shapes.KEY_VALUES;
import static dev.modmon.core.specification.Shapes.OPTIONS;
import static dev.modmon.core.specification.Shapes.TEXT;
import static dev.modmon.core.specification.Shapes.TEXTS;
import static dev.modmon.core.specification.Shapes.either;
import static dev.modmon.core.specification.Shapes.fields;
import static dev.modmon.core.specification.Shapes.list;
import static dev.modmon.core.specification.Shapes.named;

/// What services use: networks, volumes, configs, secrets, models.
final class ResourceKeys {
    private static final MappingType EXTERNAL =
            MappingType.of("external resource").with("name", TEXT);

    /// The long form is how Compose was written before `name` was a key of its own.
    private static final Shape IS_EXTERNAL = either(BOOLEAN, fields(EXTERNAL));

    private static final String BY_HAND =
            "Leave it out, or make the network by hand and declare it 'external: true'.";

    private static final SwarmTreatment OF_VARIABLE =
            SwarmTreatment.translated("the variable's value in '.env/ENVIRONMENT.env'");

    private static final SwarmTreatment OF_PLUGIN =
            SwarmTreatment.refused(
                    "only its plugin can fill it",
                    "Make it by hand, and declare it 'external: true'.");

    private static final MappingType SUBNET =
            MappingType.of("subnet")
                    .with("subnet", TEXT)
                    .with("ip_range", TEXT, Reasons.noWord("Say a smaller 'subnet'."))
                    .with(
                            "gateway",
                            TEXT,
                            SwarmTreatment.ignored("the engine takes the first address"))
                    .with("aux_addresses", named(TEXT), Reasons.noWord(Reasons.LEAVE_OUT));

    private static final MappingType IPAM =
            MappingType.of("ipam")
                    .with("driver", TEXT)
                    .with("config", list(fields(SUBNET)), MergeRule.SUBNETS)
                    .with("options", named(TEXT), Reasons.noWord(Reasons.LEAVE_OUT));

    static final MappingType NETWORK =
            MappingType.of("network")
                    .with("name", TEXT)
                    .with("external", IS_EXTERNAL)
                    .with(
                            "driver",
                            TEXT,
                            SwarmTreatment.translated(
                                    "'bridge' becomes 'overlay'; drivers of one machine are refused"))
                    .with("driver_opts", OPTIONS)
                    .with("attachable", BOOLEAN)
                    .with("internal", BOOLEAN)
                    .with("enable_ipv4", BOOLEAN, Reasons.noWord(BY_HAND).unless("true"))
                    .with("enable_ipv6", BOOLEAN, Reasons.noWord(BY_HAND).unless("false"))
                    .with("ipam", fields(IPAM))
                    .with("labels", KEY_VALUES, MergeRule.KEY_VALUES);

    static final MappingType VOLUME =
            MappingType.of("volume")
                    .with("name", TEXT)
                    .with("external", IS_EXTERNAL)
                    .with("driver", TEXT)
                    .with("driver_opts", OPTIONS)
                    .with("labels", KEY_VALUES, MergeRule.KEY_VALUES);

    static final MappingType CONFIG =
            MappingType.of("config")
                    .with("name", TEXT)
                    .with("external", IS_EXTERNAL)
                    .with("file", TEXT)
                    .with("environment", TEXT, OF_VARIABLE)
                    .with(
                            "content",
                            TEXT,
                            SwarmTreatment.translated("a file beside the compiled one"))
                    .with("template_driver", TEXT)
                    .with("labels", KEY_VALUES);

    static final MappingType SECRET =
            MappingType.of("secret")
                    .with("name", TEXT)
                    .with("external", IS_EXTERNAL)
                    .with("file", TEXT)
                    .with("environment", TEXT, OF_VARIABLE)
                    .with("driver", TEXT, OF_PLUGIN)
                    .with("driver_opts", OPTIONS, OF_PLUGIN)
                    .with("template_driver", TEXT)
                    .with("labels", KEY_VALUES);

    static final MappingType MODEL =
            MappingType.of("model")
                    .with("name", TEXT)
                    .withRequired("model", TEXT)
                    .with("context_size", INTEGER)
                    .with("runtime_flags", TEXTS);

    private ResourceKeys() {}
}
