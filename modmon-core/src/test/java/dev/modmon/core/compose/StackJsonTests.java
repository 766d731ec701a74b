package dev.modmon.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StackJsonTests {
    @Test
    void readsWhatItWrote() {
        Stack stack = SampleStacks.full();

        assertThat(StackJson.read(StackJson.write(stack))).isEqualTo(stack);
    }

    @Test
    void keepsSecretValuesAndThatTheyAreSecret() {
        String json = StackJson.write(SampleStacks.full());

        EnvValue url =
                StackJson.read(json).services().getLast().container().environment().get("URL");
        assertThat(url).isEqualTo(EnvValue.secret("pg://u:${MODMON_SECRET_DB}@h/$$x"));
        assertThat(json)
                .contains("\"image\":\"registry.example:5000/shop/web:v1\"")
                .contains("\"mode\":{\"kind\":\"replicated\",\"replicas\":3}")
                .contains("\"interval\":\"PT1M30S\"");
    }

    @Test
    void doesNotQuoteWhatItCannotRead() {
        assertThatThrownBy(() -> StackJson.read("{\"name\": hunter2}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not the JSON of a Stack: line 1")
                .hasNoCause()
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void refusesWhatIsNotAStack() {
        assertThatThrownBy(() -> StackJson.read("null"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StackJson.read("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StackJson.read("{\"surprise\":1}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
