package dev.modmon.core.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.specification.SwarmTreatment.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComposeSpecificationTests {
    @Test
    void knowsEveryMappingAndSaysWhyItIsNotKept() {
        List<MappingType> types = types();

        assertThat(types).extracting(MappingType::name).contains("service", "deploy", "ipam");
        for (MappingType type : types) {
            assertThat(type.attributes()).as(type.name()).isNotEmpty();
            for (Attribute attribute : type.attributes()) {
                SwarmTreatment swarm = attribute.swarm();
                boolean kept = swarm.kind() == Kind.KEPT;
                assertThat(kept || !swarm.reason().isEmpty())
                        .as("reason of %s.%s", type, attribute.key())
                        .isTrue();
                assertThat(swarm.hint().isEmpty())
                        .as("hint of %s.%s", type, attribute.key())
                        .isEqualTo(swarm.kind() != Kind.REFUSED);
            }
        }
    }

    @Test
    void findsTheFormOfAShape() {
        Shape environment = attribute(ComposeSpecification.SERVICE, "environment").shape();

        assertThat(environment.named()).isPresent();
        assertThat(environment.items()).isPresent();
        assertThat(environment.scalar()).isEmpty();
        assertThat(environment.fields()).isEmpty();
    }

    @Test
    void leavesExtensionsToTheUser() {
        assertThat(ComposeSpecification.SERVICE.isExtension("x-mine")).isTrue();
        assertThat(ComposeSpecification.SERVICE.isExtension("mine")).isFalse();
        assertThat(ComposeSpecification.INCLUDE.isExtension("x-mine")).isFalse();
    }

    private static Attribute attribute(MappingType type, String key) {
        Attribute attribute = type.attribute(key);
        assertThat(attribute).isNotNull();
        return attribute;
    }

    private static List<MappingType> types() {
        Set<MappingType> seen = new HashSet<>();
        List<MappingType> found = new ArrayList<>();
        collect(new Shape.Fields(ComposeSpecification.DOCUMENT), seen, found);
        return found;
    }

    private static void collect(Shape shape, Set<MappingType> seen, List<MappingType> found) {
        switch (shape) {
            case Shape.Fields(var type) -> {
                if (seen.add(type)) {
                    found.add(type);
                    type.attributes().forEach(it -> collect(it.shape(), seen, found));
                }
            }
            case Shape.Items(var item) -> collect(item, seen, found);
            case Shape.Named(var value, _) -> collect(value, seen, found);
            case Shape.Either(var forms) -> forms.forEach(form -> collect(form, seen, found));
            case Shape.Scalar _, Shape.Anything _ -> {}
        }
    }
}
