package dev.modmon.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StackFileTests {
    private static final StackFile.Origin ORIGIN =
            new StackFile.Origin(
                    "c".repeat(40), new TreeMap<>(Map.of("my-app", "v1", "other", "2.0")));

    @Test
    void writesEveryFieldInAFixedOrder() throws IOException {
        assertThat(StackFile.write(SampleStacks.full(), ORIGIN)).isEqualTo(golden("full.yaml"));
    }

    @Test
    void leavesOutWhatTheEngineDoesAnyway() {
        Stack stack =
                new Stack(
                        SampleStacks.NAME,
                        List.of(ServiceSpecBuilder.service("web").build()),
                        List.of(NetworkSpec.overlay("default")),
                        List.of());

        assertThat(StackFile.write(stack, new StackFile.Origin("none", new TreeMap<>())))
                .endsWith(
                        """

                        version: "3.9"
                        services:
                          web:
                            image: app:v1
                        """);
    }

    @Test
    void refusesToWriteASecret() {
        ServiceSpec service = ServiceSpecBuilder.service("web").secretEnv("KEY", "hunter2").build();
        Stack stack = new Stack(SampleStacks.NAME, List.of(service), List.of(), List.of());

        assertThatThrownBy(() -> StackFile.write(stack, ORIGIN))
                .hasMessage("KEY of service 'web' is a secret and must not be in a file.");
    }

    @Test
    void keepsACommentOnItsLine() {
        Stack stack = new Stack(SampleStacks.NAME, List.of(), List.of(), List.of());

        assertThat(StackFile.write(stack, new StackFile.Origin("a\nservices: {}", new TreeMap<>())))
                .contains("# commit:      a?services: {}\n");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in =
                StackFileTests.class.getResourceAsStream("/golden/stack-file/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
