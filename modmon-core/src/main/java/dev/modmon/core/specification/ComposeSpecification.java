package dev.modmon.core.specification;

import static dev.modmon.core.specification.Shapes.TEXT;
import static dev.modmon.core.specification.Shapes.TEXT_OR_LIST;
import static dev.modmon.core.specification.Shapes.TEXT_OR_NUMBER;
import static dev.modmon.core.specification.Shapes.either;
import static dev.modmon.core.specification.Shapes.fields;
import static dev.modmon.core.specification.Shapes.list;
import static dev.modmon.core.specification.Shapes.named;
import static dev.modmon.core.specification.Shapes.namedOrEmpty;

/// Every mapping of the Compose Specification and its keys. It decides which keys there are, what each
/// takes, how two files merge and what a Swarm makes of it; nothing else lists Compose keys by hand.
public final class ComposeSpecification {
    public static final MappingType SERVICE = ServiceKeys.SERVICE;
    public static final MappingType NETWORK = ResourceKeys.NETWORK;
    public static final MappingType VOLUME = ResourceKeys.VOLUME;
    public static final MappingType CONFIG = ResourceKeys.CONFIG;
    public static final MappingType SECRET = ResourceKeys.SECRET;

    public static final MappingType INCLUDE =
            MappingType.closed("include")
                    .with("path", TEXT_OR_LIST)
                    .with("project_directory", TEXT)
                    .with("env_file", TEXT_OR_LIST);

    /// A Compose file.
    public static final MappingType DOCUMENT =
            MappingType.of("Compose file")
                    .with(
                            "version",
                            TEXT_OR_NUMBER,
                            SwarmTreatment.ignored("Compose has no versions any more"))
                    .with("name", TEXT)
                    .with("include", list(either(TEXT, fields(INCLUDE))))
                    .with("services", named(fields(SERVICE)))
                    .with("networks", namedOrEmpty(fields(NETWORK)))
                    .with("volumes", namedOrEmpty(fields(VOLUME)))
                    .with("configs", named(fields(CONFIG)))
                    .with("secrets", named(fields(SECRET)))
                    .with(
                            "models",
                            named(fields(ResourceKeys.MODEL)),
                            SwarmTreatment.refused(
                                    Reasons.ONLY_COMPOSE, "Run the model as a service."));

    private ComposeSpecification() {}
}
