package dev.modmon.core.compose;

import static dev.modmon.core.compose.ServiceSpecBuilder.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StackHashTests {
    private final StackHash hash = new StackHash(key("0123456789abcdef"));

    @Test
    void isTheSameOnEveryMachineAndInEveryVersion() {
        assertThat(hash.of(SampleStacks.fullService()))
                .isEqualTo("3f00ffc05044c75d7a955de7074b00b375e0d3e0763812c18d1b0db608ba1239");
    }

    @Test
    void doesNotDependOnTheOrderOfDeclaration() {
        assertThat(
                        hash.of(
                                service("web")
                                        .env("A", "1")
                                        .env("B", "2")
                                        .port(80, 1)
                                        .port(81, 2)
                                        .build()))
                .isEqualTo(
                        hash.of(
                                service("web")
                                        .port(81, 2)
                                        .port(80, 1)
                                        .env("B", "2")
                                        .env("A", "1")
                                        .build()));
    }

    @Test
    void seesEveryChangeThatTheEngineWouldSee() {
        ServiceSpec web = service("web").env("A", "1").build();

        assertThat(hash.of(web)).isNotEqualTo(hash.of(service("web").env("A", "2").build()));
        assertThat(hash.of(web))
                .isNotEqualTo(hash.of(service("web").env("A", "1").replicas(2).build()));
        assertThat(hash.of(web))
                .isEqualTo(hash.of(service("web").env("A", "1").dependsOn("db").build()));
        assertThat(hash.of(web)).isEqualTo(hash.of(service("web").secretEnv("A", "1").build()));
    }

    @Test
    void tellsNothingWithoutTheKey() {
        ServiceSpec web = service("web").build();

        assertThat(hash.of(web)).isNotEqualTo(new StackHash(key("fedcba9876543210")).of(web));
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
