package dev.modmon.core.specification;

import static dev.modmon.core.specification.Shapes.BOOLEAN;
import static dev.modmon.core.specification.Shapes.BYTES;
import static dev.modmon.core.specification.Shapes.INTEGER;
import static dev.modmon.core.specification.Shapes.KEY_VALUES;
import static dev.modmon.core.specification.Shapes.NUMBER;
import static dev.modmon.core.specification.Shapes.OPTIONS;
import static dev.modmon.core.specification.Shapes.TEXT;
import static dev.modmon.core.specification.Shapes.TEXTS;
import static dev.modmon.core.specification.Shapes.TEXT_OR_INTEGER;
import static dev.modmon.core.specification.Shapes.TEXT_OR_NUMBER;
import static dev.modmon.core.specification.Shapes.choice;
import static dev.modmon.core.specification.Shapes.either;
import static dev.modmon.core.specification.Shapes.fields;
import static dev.modmon.core.specification.Shapes.list;
import static dev.modmon.core.specification.Shapes.namedOrEmpty;

/// What a service publishes, mounts and is attached to: the long forms of `ports`, `volumes`, `configs`, `secrets` and
/// `networks`.
final class MountKeys {
    private static final SwarmTreatment NO_ADDRESS =
            SwarmTreatment.refused(
                    Reasons.OWN_ADDRESSES, "Leave it out; services reach each other by name.");

    private static final MappingType PORT =
            MappingType.of("port")
                    .with("name", TEXT, SwarmTreatment.unneeded("it is for your information"))
                    .with("target", INTEGER)
                    .with("published", TEXT_OR_INTEGER)
                    .with(
                            "host_ip",
                            TEXT,
                            SwarmTreatment.refused(
                                            "it publishes on every address of a node",
                                            "Leave the address out, or do not publish the port: services reach each other without.")
                                    .unless("0.0.0.0", "::"))
                    .with("protocol", TEXT)
                    .with(
                            "app_protocol",
                            TEXT,
                            SwarmTreatment.unneeded("it is for your information"))
                    .with("mode", TEXT);

    static final Shape PORTS = list(either(TEXT_OR_NUMBER, fields(PORT)));

    private static final MappingType BIND_OPTIONS =
            MappingType.of("bind options")
                    .with("propagation", TEXT)
                    .with(
                            "create_host_path",
                            BOOLEAN,
                            SwarmTreatment.unneeded("the path must be on the node already"))
                    .with(
                            "recursive",
                            choice("enabled", "disabled", "writable", "readonly"),
                            Reasons.noWord("Leave it out: what is mounted below is there too.")
                                    .unless("enabled"))
                    .with(
                            "selinux",
                            choice("z", "Z"),
                            SwarmTreatment.unneeded("the engine relabels nothing for services"));

    private static final MappingType VOLUME_OPTIONS =
            MappingType.of("volume options")
                    .with("nocopy", BOOLEAN)
                    .with("subpath", TEXT)
                    .with(
                            "labels",
                            KEY_VALUES,
                            MergeRule.KEY_VALUES,
                            Reasons.noWord("Give them to the volume where it is declared."));

    private static final MappingType TMPFS_OPTIONS =
            MappingType.of("tmpfs options")
                    .with("size", BYTES)
                    .with(
                            "mode",
                            NUMBER,
                            Reasons.noWord("Leave it out: everybody in the container may write.")
                                    .unless("1777", "01777", "0o1777", "1023"));

    private static final MappingType IMAGE_OPTIONS =
            MappingType.of("image options").with("subpath", TEXT);

    private static final MappingType VOLUME =
            MappingType.of("mount")
                    .withRequired(
                            "type", choice("bind", "volume", "tmpfs", "cluster", "npipe", "image"))
                    .with("source", TEXT)
                    .with("target", TEXT)
                    .with("read_only", BOOLEAN)
                    .with(
                            "consistency",
                            TEXT,
                            SwarmTreatment.unneeded("only Docker Desktop knows it"))
                    .with("bind", fields(BIND_OPTIONS))
                    .with("volume", fields(VOLUME_OPTIONS))
                    .with("tmpfs", fields(TMPFS_OPTIONS))
                    .with(
                            "image",
                            fields(IMAGE_OPTIONS),
                            Reasons.noOption("Put the files into the service's own image."));

    static final Shape VOLUMES = list(either(TEXT, fields(VOLUME)));

    private static final MappingType FILE =
            MappingType.of("file reference")
                    .with("source", TEXT)
                    .with("target", TEXT)
                    .with("uid", TEXT)
                    .with("gid", TEXT)
                    .with("mode", NUMBER);

    /// Configs or secrets that a service or a build uses.
    static final Shape FILES = list(either(TEXT, fields(FILE)));

    private static final MappingType NETWORK =
            MappingType.of("network membership")
                    .with("aliases", TEXTS, MergeRule.DISTINCT)
                    .withAll("interface_name ipv4_address ipv6_address", TEXT, NO_ADDRESS)
                    .with("link_local_ips", TEXTS, MergeRule.DISTINCT, NO_ADDRESS)
                    .with("mac_address", TEXT, NO_ADDRESS)
                    .with("driver_opts", OPTIONS)
                    .withAll(
                            "priority gw_priority",
                            NUMBER,
                            SwarmTreatment.ignored("the engine has an order of its own"));

    static final Shape NETWORKS = either(TEXTS, namedOrEmpty(fields(NETWORK)));

    private static final MappingType DEVICE =
            MappingType.of("device")
                    .withRequired("source", TEXT)
                    .with("target", TEXT)
                    .with("permissions", TEXT);

    static final Shape DEVICES = list(either(TEXT, fields(DEVICE)));

    private MountKeys() {}
}
