package dev.modmon.core.compose;

import static dev.modmon.core.compose.ServiceSpecBuilder.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackSecretsTests {
    private final Stack stack =
            Stack.of(
                    SampleStacks.NAME,
                    List.of(
                            service("web")
                                    .env("PLAIN", "5$ ${NOT_A_VARIABLE} $$")
                                    .secretEnv("URL", "pg://u:${PASSWORD}@h/${TOKEN}?cost=5$$")
                                    .build()),
                    List.of(),
                    List.of());

    @Test
    void namesTheVariablesOfSecretValuesOnly() {
        assertThat(StackSecrets.variables(stack)).containsExactly("PASSWORD", "TOKEN");
    }

    @Test
    void putsValuesInTheirPlacesWhateverIsInThem() {
        Stack resolved =
                StackSecrets.resolve(stack, Map.of("PASSWORD", "a$b\\c${TOKEN}", "TOKEN", "t"));

        var environment = resolved.services().getFirst().container().environment();
        assertThat(environment)
                .containsEntry("PLAIN", EnvValue.plain("5$ ${NOT_A_VARIABLE} $$"))
                .containsEntry("URL", EnvValue.secret("pg://u:a$b\\c${TOKEN}@h/t?cost=5$"));
    }

    @Test
    void namesAVariableThatHasNoValue() {
        assertThatThrownBy(() -> StackSecrets.resolve(stack, Map.of("PASSWORD", "hunter2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No value is known for TOKEN.");
    }
}
