package dev.modmon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.cluster.FakeCluster.Mood;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// With `--json`, standard output is one object and nothing else, whatever happens.
class JsonPurityIntegrationTests {
    private static final JsonMapper STRICT =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "version, version",
        "help, help",
        "help deploy, help",
        "validate, valid",
        "compile staging --tag web=v1 --tag api=v1, content",
        "plan staging, steps",
        "deploy staging, outcome",
        "deploy staging --detach, id",
        "status, environments",
        "status staging, environments",
        "logs web -e staging, lines",
        "releases staging, releases",
        "rollback staging, outcome",
        "no-such-command, error",
        "status --no-such-option, error",
        "logs web -e staging -f, error",
        "logs web, error",
    })
    void isOneObject(String line, String key) {
        for (Mood mood : Mood.values()) {
            TestConsole console = TestConsole.terminal(80);
            List<String> words = new ArrayList<>(Arrays.asList(line.split(" ")));
            words.add("--json");
            words.add("--yes");
            Shop shop = Shop.in(folder.resolve(mood.name()), mood, console).committed();

            shop.run(words.toArray(String[]::new));

            JsonNode object = STRICT.readTree(console.out());
            assertThat(object.isObject()).isTrue();
            assertThat(object.has(key) || object.has("error")).as("%s: %s", mood, object).isTrue();
        }
    }
}
