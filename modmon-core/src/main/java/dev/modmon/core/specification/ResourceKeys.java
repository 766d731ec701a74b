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

    private static final MappingType SUBNET =
            MappingType.of("subnet")
                    .with("subnet", TEXT)
                    .with("ip_range", TEXT)
                    .with("gateway", TEXT)
                    .with("aux_addresses", named(TEXT));

    private static final MappingType IPAM =
            MappingType.of("ipam")
                    .with("driver", TEXT)
                    .with("config", list(fields(SUBNET)), MergeRule.SUBNETS)
                    .with("options", named(TEXT));

    static final MappingType NETWORK =
            MappingType.of("network")
                    .with("name", TEXT)
                    .with("external", IS_EXTERNAL)
                    .with("driver", TEXT)
                    .with("driver_opts", OPTIONS)
                    .with("attachable", BOOLEAN)
                    .with("internal", BOOLEAN)
                    .with("enable_ipv4", BOOLEAN, Reasons.later())
                    .with("enable_ipv6", BOOLEAN, Reasons.later())
                    .with("ipam", fields(IPAM), Reasons.later())
                    .with("labels", KEY_VALUES, MergeRule.KEY_VALUES, Reasons.later());

    static final MappingType VOLUME =
            MappingType.of("volume")
                    .with("name", TEXT)
                    .with("external", IS_EXTERNAL)
                    .with("driver", TEXT)
                    .with("driver_opts", OPTIONS)
                    .with("labels", KEY_VALUES, MergeRule.KEY_VALUES, Reasons.later());

    static final MappingType CONFIG =
            MappingType.of("config")
                    .with("name", TEXT)
                    .with("external", IS_EXTERNAL)
                    .with("file", TEXT)
                    .with("environment", TEXT)
                    .with("content", TEXT)
                    .with("template_driver", TEXT)
                    .with("labels", KEY_VALUES);

    static final MappingType SECRET =
            MappingType.of("secret")
                    .with("name", TEXT)
                    .with("external", IS_EXTERNAL)
                    .with("file", TEXT)
                    .with("environment", TEXT)
                    .with("driver", TEXT)
                    .with("driver_opts", OPTIONS)
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
