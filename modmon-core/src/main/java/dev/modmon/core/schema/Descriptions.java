package dev.modmon.core.schema;

import dev.modmon.core.specification.Attribute;
import dev.modmon.core.specification.ComposeSpecification;
import dev.modmon.core.specification.MappingType;
import dev.modmon.core.specification.SwarmTreatment;
import java.util.Map;
import java.util.Optional;

/// What an editor shows for a key: what it says, what becomes of it in a Swarm, and where Compose describes it.
final class Descriptions {
    private static final String REFERENCE = "https://docs.docker.com/reference/compose-file/";
    private static final Map<MappingType, String> PAGES =
            Map.of(
                    ComposeSpecification.SERVICE, "services",
                    ComposeSpecification.NETWORK, "networks",
                    ComposeSpecification.VOLUME, "volumes",
                    ComposeSpecification.CONFIG, "configs",
                    ComposeSpecification.SECRET, "secrets",
                    ComposeSpecification.INCLUDE, "include");

    private Descriptions() {}

    /// Empty when there is nothing to say.
    static String of(MappingType type, Attribute attribute) {
        return String.join(
                        " ",
                        attribute.description(),
                        inSwarm(attribute.swarm()),
                        Optional.ofNullable(PAGES.get(type))
                                .map(page -> REFERENCE + page + "/#" + attribute.key())
                                .orElse(""))
                .replaceAll(" +", " ")
                .strip();
    }

    private static String inSwarm(SwarmTreatment swarm) {
        String hint = swarm.hint().isEmpty() ? "" : " " + swarm.hint();
        return switch (swarm.kind()) {
            case KEPT, UNNEEDED -> "";
            case TRANSLATED -> "In a Swarm it is translated: %s.".formatted(swarm.reason());
            case IGNORED -> "In a Swarm it has no effect: %s.".formatted(swarm.reason());
            case REFUSED -> "Refused for a Swarm: %s.%s".formatted(swarm.reason(), hint);
        };
    }
}
