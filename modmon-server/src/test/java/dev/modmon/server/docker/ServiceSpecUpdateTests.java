package dev.modmon.server.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ServiceSpecUpdateTests {
    private static final String PRESENT =
            """
            {"Name":"s_web","Labels":{"a":"1"},"TaskTemplate":{"ContainerSpec":{"Image":"app:1",
            "Mounts":[{"Target":"/b"},{"Target":"/a"}],"Secrets":[{"SecretName":"by-hand"}]},
            "RestartPolicy":{"Condition":"any"},"Placement":{"Platforms":[{"OS":"linux"}]},"ForceUpdate":3}}\
            """;

    private static final String MEANS =
            """
            {"Name":"s_web","Labels":{"a":"1"},"TaskTemplate":{"ContainerSpec":{"Image":"app:1",
            "Mounts":[{"Target":"/a"},{"Target":"/b"}]},"Placement":{}}}\
            """;

    @Test
    void leavesTheTaskTemplateToTheLetterWhenItMeansWhatIsWanted() {
        ServiceSpecUpdate update = update(MEANS.replace("\"a\":\"1\"", "\"a\":\"2\""));

        assertThat(update.spec()).isEqualTo(json(PRESENT.replace("\"a\":\"1\"", "\"a\":\"2\"")));
        assertThat(update.changesImage()).isFalse();
    }

    @Test
    void takesOnlyTheFieldsThatChange() {
        ServiceSpecUpdate update = update(MEANS.replace("app:1", "app:2"));

        assertThat(update.spec()).isEqualTo(json(PRESENT.replace("app:1", "app:2")));
        assertThat(update.changesImage()).isTrue();
    }

    @Test
    void removesWhatIsNoLongerWanted() {
        ObjectNode spec =
                update(MEANS.replace(",\n\"Mounts\":[{\"Target\":\"/a\"},{\"Target\":\"/b\"}]", ""))
                        .spec();

        assertThat(spec.at("/TaskTemplate/ContainerSpec").has("Mounts")).isFalse();
        assertThat(spec.at("/TaskTemplate/ContainerSpec").has("Secrets")).isTrue();
    }

    @Test
    void keepsThePlatformsOfAnImageThatStays() {
        ObjectNode spec =
                update(MEANS.replace("\"Placement\":{}", "\"Placement\":{\"MaxReplicas\":1}"))
                        .spec();

        assertThat(spec.at("/TaskTemplate/Placement"))
                .isEqualTo(json("{\"MaxReplicas\":1,\"Platforms\":[{\"OS\":\"linux\"}]}"));
    }

    private static ServiceSpecUpdate update(String wanted) {
        return new ServiceSpecUpdate(json(PRESENT), json(MEANS), json(wanted));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }
}
