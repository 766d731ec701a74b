package dev.modmon.core.compose;

import static dev.modmon.core.compose.ServiceSpecBuilder.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.core.project.ServiceName;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyGraphTests {
    @Test
    void putsEachServiceIntoTheEarliestPossibleWave() {
        DependencyGraph graph =
                DependencyGraph.of(
                        List.of(
                                service("a").dependsOn("c").build(),
                                service("b").build(),
                                service("c").dependsOn("b").build(),
                                service("d").build()));

        assertThat(graph.waves()).containsExactly(names("b", "d"), names("c"), names("a"));
        assertThat(graph.cycle()).isEmpty();
    }

    @Test
    void namesTheRingWhenServicesDependOnEachOther() {
        DependencyGraph graph =
                DependencyGraph.of(
                        List.of(
                                service("a").dependsOn("b").build(),
                                service("b").dependsOn("c").build(),
                                service("c").dependsOn("b").build()));

        assertThat(graph.cycle()).containsExactlyElementsOf(names("b", "c", "b"));
        assertThatThrownBy(graph::waves).hasMessageContaining("b, c, b");
    }

    private static List<ServiceName> names(String... names) {
        return List.of(names).stream().map(ServiceName::new).toList();
    }
}
