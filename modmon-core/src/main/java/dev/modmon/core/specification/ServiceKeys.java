package dev.modmon.core.specification;

import static dev.modmon.core.specification.Shapes.BOOLEAN;
import static dev.modmon.core.specification.Shapes.BYTES;
import static dev.modmon.core.specification.Shapes.DURATION;
import static dev.modmon.core.specification.Shapes.HOSTS;
import static dev.modmon.core.specification.Shapes.INTEGER;
import static dev.modmon.core.specification.Shapes.KEY_VALUES;
import static dev.modmon.core.specification.Shapes.NUMBER;
import static dev.modmon.core.specification.Shapes.OPTIONS;
import static dev.modmon.core.specification.Shapes.TEXT;
import static dev.modmon.core.specification.Shapes.TEXTS;
import static dev.modmon.core.specification.Shapes.TEXT_OR_INTEGER;
import static dev.modmon.core.specification.Shapes.TEXT_OR_LIST;
import static dev.modmon.core.specification.Shapes.TEXT_OR_NUMBER;
import static dev.modmon.core.specification.Shapes.choice;
import static dev.modmon.core.specification.Shapes.either;
import static dev.modmon.core.specification.Shapes.fields;
import static dev.modmon.core.specification.Shapes.list;
import static dev.modmon.core.specification.Shapes.named;
import static dev.modmon.core.specification.Shapes.namedOrEmpty;
import static dev.modmon.core.specification.SwarmTreatment.ignored;
import static dev.modmon.core.specification.SwarmTreatment.kept;
import static dev.modmon.core.specification.SwarmTreatment.refused;
import static dev.modmon.core.specification.SwarmTreatment.translated;
import static dev.modmon.core.specification.SwarmTreatment.unneeded;

/// A service.
final class ServiceKeys {
    private static final MappingType DEPENDENCY =
            MappingType.of("dependency")
                    .withRequired(
                            "condition",
                            choice(
                                    "service_started",
                                    "service_healthy",
                                    "service_completed_successfully"))
                    .with("restart", BOOLEAN, ignored("a rollout restarts only what changed"))
                    .with("required", BOOLEAN);

    private static final MappingType ENV_FILE =
            MappingType.closed("env file")
                    .withRequired("path", TEXT)
                    .with("format", TEXT)
                    .with("required", BOOLEAN);

    private static final MappingType EXTENDS =
            MappingType.closed("extends").withRequired("service", TEXT).with("file", TEXT);

    private static final MappingType HEALTHCHECK =
            MappingType.of("healthcheck")
                    .with("test", TEXT_OR_LIST, MergeRule.REPLACED)
                    .with("interval", DURATION)
                    .with("timeout", DURATION)
                    .with("retries", NUMBER)
                    .with("start_period", DURATION)
                    .with(
                            "start_interval",
                            DURATION,
                            kept(
                                    "on engines from 25 on; older ones check every 'interval' from the start"))
                    .with("disable", BOOLEAN);

    private static final MappingType LOGGING =
            MappingType.of("logging").with("driver", TEXT).with("options", OPTIONS);

    private static final MappingType CREDENTIAL_SPEC =
            MappingType.of("credential spec")
                    .with("config", TEXT)
                    .with("file", TEXT)
                    .with("registry", TEXT);

    private static final MappingType BLKIO_RATE =
            MappingType.closed("device rate").with("path", TEXT).with("rate", TEXT_OR_INTEGER);

    private static final MappingType BLKIO_WEIGHT =
            MappingType.closed("device weight").with("path", TEXT).with("weight", INTEGER);

    private static final MappingType BLKIO =
            MappingType.closed("blkio config")
                    .with("weight", INTEGER)
                    .with("weight_device", list(fields(BLKIO_WEIGHT)))
                    .with("device_read_bps", list(fields(BLKIO_RATE)))
                    .with("device_read_iops", list(fields(BLKIO_RATE)))
                    .with("device_write_bps", list(fields(BLKIO_RATE)))
                    .with("device_write_iops", list(fields(BLKIO_RATE)));

    private static final MappingType PROVIDER =
            MappingType.of("provider")
                    .withRequired("type", TEXT)
                    .with("options", named(Shapes.ANYTHING));

    private static final MappingType MODEL =
            MappingType.of("model binding").with("endpoint_var", TEXT).with("model_var", TEXT);

    private static final Shape HOOKS = list(fields(BuildKeys.hook("hook")));

    private static final Shape START_HOOKS =
            list(
                    fields(
                            BuildKeys.hook("start hook")
                                    .with("image", TEXT)
                                    .with("per_replica", BOOLEAN)));

    private static final Shape GPUS = either(choice("all"), list(fields(DeployKeys.DEVICE)));

    private static final SwarmTreatment HOOK =
            Reasons.noOption(
                    "Do it in the image's entry point, or in a service that others depend on.");

    static final MappingType SERVICE = settings(running(identity(MappingType.of("service"))));

    private ServiceKeys() {}

    /// What it is, and what runs.
    private static MappingType identity(MappingType service) {
        return service.with("image", TEXT)
                .with(
                        "build",
                        either(TEXT, fields(BuildKeys.BUILD)),
                        MergeRule.BUILD,
                        ignored("the image is taken as it is; it is not built"))
                .with("extends", either(TEXT, fields(EXTENDS)), translated("merged at compile"))
                .with("profiles", TEXTS, MergeRule.DISTINCT, translated("chosen at compile"))
                .with("platform", TEXT, translated("a placement constraint"))
                .with("pull_policy", TEXT, ignored("images are pinned and pulled by digest"))
                .with("pull_refresh_after", TEXT, ignored("images are pinned by digest"))
                .with(
                        "container_name",
                        TEXT,
                        translated(
                                "an alias in the service's networks; the engine names the tasks"))
                .with("hostname", TEXT)
                .with(
                        "domainname",
                        TEXT,
                        Reasons.noOption("Write it behind 'hostname': 'NAME.DOMAIN'."))
                .with(
                        "provider",
                        fields(PROVIDER),
                        refused(Reasons.ONLY_COMPOSE, "Deploy with 'deploy.type: compose'."))
                .with("entrypoint", TEXT_OR_LIST, MergeRule.REPLACED)
                .with("command", TEXT_OR_LIST, MergeRule.REPLACED)
                .with("working_dir", TEXT)
                .with("user", TEXT)
                .with(
                        "group_add",
                        list(TEXT_OR_NUMBER),
                        Reasons.noWord("Say the main group in 'user': 'UID:GID'."));
    }

    /// What it gets and gives: variables, ports, files, networks, order.
    private static MappingType running(MappingType service) {
        return service.with("environment", KEY_VALUES, MergeRule.KEY_VALUES)
                .with(
                        "env_file",
                        either(TEXT, list(either(TEXT, fields(ENV_FILE)))),
                        MergeRule.ENV_FILES,
                        translated("read at compile into 'environment'"))
                .with("ports", MountKeys.PORTS, MergeRule.PORTS)
                .with(
                        "expose",
                        list(TEXT_OR_NUMBER),
                        MergeRule.DISTINCT,
                        unneeded("services of one network reach every port of each other"))
                .with("volumes", MountKeys.VOLUMES, MergeRule.MOUNTS)
                .with(
                        "volumes_from",
                        TEXTS,
                        refused(Reasons.ONE_CONTAINER, "Mount a named volume in both services."))
                .with(
                        "tmpfs",
                        TEXT_OR_LIST,
                        MergeRule.DISTINCT,
                        translated("a mount; of its options 'size' and 'ro'"))
                .with("configs", MountKeys.FILES, MergeRule.FILES)
                .with("secrets", MountKeys.FILES, MergeRule.FILES)
                .with("networks", MountKeys.NETWORKS, MergeRule.NAMES)
                .with(
                        "network_mode",
                        TEXT,
                        translated(
                                "'host' and 'bridge' are networks of the node; others are refused"))
                .with(
                        "links",
                        TEXTS,
                        MergeRule.DISTINCT,
                        translated("an order of the rollout, and an alias when it renames"))
                .with(
                        "external_links",
                        TEXTS,
                        refused(Reasons.ONE_CONTAINER, "Use an external network."))
                .with("extra_hosts", HOSTS, MergeRule.HOSTS)
                .with("dns", TEXT_OR_LIST, MergeRule.DISTINCT)
                .with("dns_search", TEXT_OR_LIST, MergeRule.DISTINCT)
                .with("dns_opt", TEXTS, MergeRule.DISTINCT, Reasons.noWord(Reasons.LEAVE_OUT))
                .with("mac_address", TEXT, Reasons.noOption())
                .with(
                        "depends_on",
                        either(TEXTS, named(fields(DEPENDENCY))),
                        MergeRule.NAMES,
                        translated("it orders the rollout"))
                .with(
                        "models",
                        either(TEXTS, namedOrEmpty(fields(MODEL))),
                        MergeRule.NAMES,
                        refused(Reasons.ONLY_COMPOSE, "Run the model as a service."))
                .with("healthcheck", fields(HEALTHCHECK))
                .with("post_start", HOOKS, HOOK)
                .with("pre_start", START_HOOKS, HOOK)
                .with("pre_stop", HOOKS, HOOK);
    }

    /// How it runs.
    private static MappingType settings(MappingType service) {
        return service.with("restart", TEXT, translated("a restart policy"))
                .with("stop_signal", TEXT)
                .with("stop_grace_period", DURATION)
                .with("init", BOOLEAN)
                .with("tty", BOOLEAN)
                .with("stdin_open", BOOLEAN)
                .with("read_only", BOOLEAN)
                .with(
                        "privileged",
                        BOOLEAN,
                        refused(Reasons.NO_OPTION, "Use 'cap_add' for what it really needs."))
                .with("cap_add", TEXTS, MergeRule.DISTINCT)
                .with("cap_drop", TEXTS, MergeRule.DISTINCT)
                .with(
                        "security_opt",
                        TEXTS,
                        Reasons.noWord("Leave it out when the service does without it."))
                .with("sysctls", KEY_VALUES, MergeRule.KEY_VALUES)
                .with("ulimits", BuildKeys.ULIMITS)
                .withAll("cpus", TEXT_OR_NUMBER, translated("'deploy.resources'"))
                .withAll("mem_limit mem_reservation", BYTES, translated("'deploy.resources'"))
                .with("pids_limit", TEXT_OR_NUMBER, translated("'deploy.resources'"))
                .with("scale", INTEGER, translated("'deploy.replicas'"))
                .with("deploy", fields(DeployKeys.DEPLOY))
                .with("logging", fields(LOGGING), MergeRule.LOGGING)
                .with("labels", KEY_VALUES, MergeRule.KEY_VALUES)
                .with(
                        "label_file",
                        TEXT_OR_LIST,
                        MergeRule.KEY_VALUES,
                        translated("read at compile into 'labels'"))
                .with(
                        "annotations",
                        KEY_VALUES,
                        MergeRule.KEY_VALUES,
                        ignored("the engine hands none to a runtime; 'labels' are kept"))
                .with("shm_size", BYTES, translated("a tmpfs of that size at '/dev/shm'"))
                .with("devices", MountKeys.DEVICES, Reasons.anyNode())
                .with("device_cgroup_rules", TEXTS, Reasons.anyNode())
                .with("gpus", GPUS, DeployKeys.NO_DEVICES)
                .withAll("cpuset cgroup_parent volume_driver", TEXT, Reasons.noOption())
                .withAll("cpu_count cpu_percent", NUMBER, Reasons.noOption())
                .withAll(
                        "cpu_shares cpu_quota cpu_period cpu_rt_period cpu_rt_runtime",
                        TEXT_OR_NUMBER,
                        Reasons.noOption())
                .with("memswap_limit", BYTES, Reasons.noOption())
                .with("mem_swappiness", INTEGER, Reasons.noOption())
                .with("oom_kill_disable", BOOLEAN, Reasons.noOption())
                .with("oom_score_adj", INTEGER, Reasons.noWord(Reasons.LEAVE_OUT).unless("0"))
                .with("blkio_config", fields(BLKIO), Reasons.noOption())
                .with("storage_opt", named(Shapes.ANYTHING), Reasons.noOption())
                .with("cgroup", choice("host", "private"), Reasons.noOption().unless("private"))
                .with("pid", TEXT, Reasons.noOption())
                .with("ipc", TEXT, Reasons.noOption().unless("private", "shareable"))
                .withAll("uts userns_mode", TEXT, Reasons.noOption())
                .with("isolation", TEXT, Reasons.noOption().unless("default"))
                .with("runtime", TEXT, Reasons.noOption().unless("runc"))
                .with(
                        "credential_spec",
                        fields(CREDENTIAL_SPEC),
                        refused("it is for Windows", Reasons.LEAVE_OUT))
                .with("use_api_socket", BOOLEAN, Reasons.noOption())
                .with(
                        "attach",
                        BOOLEAN,
                        unneeded("it is about the terminal of 'docker compose up'"))
                .with(
                        "develop",
                        fields(BuildKeys.DEVELOP),
                        unneeded("it is about a developer's machine"));
    }
}
