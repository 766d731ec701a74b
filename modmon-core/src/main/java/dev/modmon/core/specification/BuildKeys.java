package dev.modmon.core.specification;

import static dev.modmon.core.specification.Shapes.BOOLEAN;
import static dev.modmon.core.specification.Shapes.BYTES;
import static dev.modmon.core.specification.Shapes.HOSTS;
import static dev.modmon.core.specification.Shapes.INTEGER;
import static dev.modmon.core.specification.Shapes.KEY_VALUES;
import static dev.modmon.core.specification.Shapes.TEXT;
import static dev.modmon.core.specification.Shapes.TEXTS;
import static dev.modmon.core.specification.Shapes.TEXT_OR_BOOLEAN;
import static dev.modmon.core.specification.Shapes.TEXT_OR_LIST;
import static dev.modmon.core.specification.Shapes.choice;
import static dev.modmon.core.specification.Shapes.either;
import static dev.modmon.core.specification.Shapes.fields;
import static dev.modmon.core.specification.Shapes.list;
import static dev.modmon.core.specification.Shapes.named;

/// `build` and `develop` of a service, and limits that it shares with them.
final class BuildKeys {
    private static final MappingType ULIMIT =
            MappingType.of("ulimit").withRequired("soft", INTEGER).withRequired("hard", INTEGER);

    static final Shape ULIMITS = named(either(INTEGER, fields(ULIMIT)));

    static final MappingType BUILD =
            MappingType.of("build")
                    .with("context", TEXT)
                    .with("dockerfile", TEXT)
                    .with("dockerfile_inline", TEXT)
                    .with("target", TEXT)
                    .with("args", KEY_VALUES, MergeRule.KEY_VALUES)
                    .with("additional_contexts", KEY_VALUES, MergeRule.KEY_VALUES)
                    .with("ssh", KEY_VALUES)
                    .with("secrets", MountKeys.FILES)
                    .with("tags", TEXTS, MergeRule.DISTINCT)
                    .with("platforms", TEXTS)
                    .with("labels", KEY_VALUES, MergeRule.KEY_VALUES)
                    .with("cache_from", TEXTS)
                    .with("cache_to", TEXTS)
                    .with("no_cache", BOOLEAN)
                    .with("no_cache_filter", TEXT_OR_LIST)
                    .with("pull", BOOLEAN)
                    .with("network", TEXT)
                    .with("extra_hosts", HOSTS, MergeRule.HOSTS)
                    .with("shm_size", BYTES)
                    .with("ulimits", ULIMITS)
                    .with("isolation", TEXT)
                    .with("privileged", BOOLEAN)
                    .with("entitlements", TEXTS)
                    .with("provenance", TEXT_OR_BOOLEAN)
                    .with("sbom", TEXT_OR_BOOLEAN);

    private static final MappingType WATCH =
            MappingType.of("watch rule")
                    .withRequired("path", TEXT)
                    .withRequired(
                            "action",
                            choice("rebuild", "sync", "restart", "sync+restart", "sync+exec"))
                    .with("target", TEXT)
                    .with("ignore", TEXT_OR_LIST)
                    .with("include", TEXT_OR_LIST)
                    .with("initial_sync", BOOLEAN)
                    .with("exec", fields(hook("watch command")));

    static final MappingType DEVELOP = MappingType.of("develop").with("watch", list(fields(WATCH)));

    private BuildKeys() {}

    /// A command that runs beside a service's own.
    static MappingType hook(String name) {
        return MappingType.of(name)
                .with("command", TEXT_OR_LIST, MergeRule.REPLACED)
                .with("user", TEXT)
                .with("privileged", BOOLEAN)
                .with("working_dir", TEXT)
                .with("environment", KEY_VALUES, MergeRule.KEY_VALUES);
    }
}
