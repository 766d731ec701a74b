package dev.modmon.server.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.server.rollout.PlatformException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class SpokenApiTests {
    @Test
    void speaksTheVersionOfAnOlderEngine() {
        SpokenApi spoken = negotiate("20.10.24", "1.41", "1.12");

        assertThat(spoken.prefix()).isEqualTo("/v1.41");
        assertThat(spoken.engine()).isEqualTo("20.10.24");
    }

    @Test
    void speaksTheNewestVersionItKnowsWithANewerEngine() {
        assertThat(negotiate("29.1.0", "1.52", "1.44").prefix()).isEqualTo("/v1.45");
    }

    @Test
    void leavesTheVersionToAnEngineThatIsNewerThanAllItKnows() {
        SpokenApi spoken = negotiate("35.0.0", "1.70", "1.60");

        assertThat(spoken.prefix()).isEmpty();
        assertThat(spoken.version()).hasToString("1.70");
    }

    @Test
    void refusesAnEngineThatIsTooOld() {
        assertThatThrownBy(() -> negotiate("19.03.15", "1.40", "1.12"))
                .isInstanceOf(PlatformException.class)
                .hasMessage(
                        "The engine at unix:///e.sock (19.03.15) speaks API 1.40; Modmon needs 1.41 or newer, which came with Docker 20.10. Upgrade the engine.");
    }

    @Test
    void comparesVersionsAsNumbers() {
        assertThat(ApiVersion.parse("1.9").isBelow(ApiVersion.parse("1.41"))).isTrue();
        assertThat(ApiVersion.parse("2.0").isBelow(ApiVersion.parse("1.41"))).isFalse();
        assertThatThrownBy(() -> ApiVersion.parse("1.41.0"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static SpokenApi negotiate(String engine, String newest, String oldest) {
        return SpokenApi.negotiate(
                "unix:///e.sock",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Version", engine)
                        .put("ApiVersion", newest)
                        .put("MinAPIVersion", oldest));
    }
}
