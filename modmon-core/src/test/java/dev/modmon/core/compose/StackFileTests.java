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
                Stack.of(
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
        Stack stack = Stack.of(SampleStacks.NAME, List.of(service), List.of(), List.of());

        assertThatThrownBy(() -> StackFile.write(stack, ORIGIN))
                .hasMessage("KEY of service 'web' is a secret and must not be in a file.");
    }

    @Test
    void putsTextsOfConfigsBesideTheFileAndNeverThoseOfSecrets() {
        var companions = StackFile.companions(SampleStacks.full());

        assertThat(companions)
                .hasSize(1)
                .allSatisfy((path, text) -> {
                    assertThat(path).matches("\\.modmon/compiled/shop-staging/inline-[0-9a-f]{10}");
                    assertThat(text).isEqualTo("cost: 5$\n");
                });
    }

    @Test
    void statesTheLowestVersionThatHasWhatIsUsed() {
        ServiceSpec plain = ServiceSpecBuilder.service("web").build();

        assertThat(FormatVersion.of(stack(plain))).isEqualTo("3.9");
        assertThat(FormatVersion.of(SampleStacks.full())).isEqualTo("3.13");
    }

    private static Stack stack(ServiceSpec service) {
        return Stack.of(SampleStacks.NAME, List.of(service), List.of(), List.of());
    }

    @Test
    void keepsACommentOnItsLine() {
        Stack stack = Stack.of(SampleStacks.NAME, List.of(), List.of(), List.of());

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
