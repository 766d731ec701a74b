package dev.modmon.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the real docker client makes of the files.
class StackFileIntegrationTests {
    private static final StackFile.Origin ORIGIN =
            new StackFile.Origin("c".repeat(40), new TreeMap<>());

    @TempDir Path folder;

    @Test
    void theDockerClientReadsEveryFieldAsItWasMeant() throws Exception {
        JsonNode read = dockerReads(StackFile.write(SampleStacks.full(), ORIGIN));

        JsonNode web = read.at("/services/web");
        assertThat(web.at("/environment/COST").asString()).isEqualTo("5$ and ${NOT_A_VARIABLE}");
        assertThat(web.at("/environment/URL").asString()).isEqualTo("pg://u:s3cret@h/$x");
        assertThat(web.at("/environment/LINES").asString()).isEqualTo("first\nsecond: \"x\" # y\n");
        assertThat(web.at("/environment/EMPTY").asString()).isEmpty();
        assertThat(web.at("/command/2").asString()).isEqualTo("5$");
        assertThat(web.at("/healthcheck/interval").asString()).isEqualTo("1m30s");
        assertThat(web.at("/deploy/resources/limits/memory").asString()).isEqualTo("67108864");
        assertThat(web.at("/deploy/resources/limits/pids").asInt()).isEqualTo(100);
        assertThat(web.at("/deploy/labels/team").asString()).isEqualTo("a $ b");
        assertThat(web.at("/ports/1/published").isMissingNode()).isFalse();
        assertThat(read.at("/services/agent/deploy/mode").asString()).isEqualTo("global");
        assertThat(read.at("/networks/edge/external").asBoolean()).isTrue();
    }

    @Test
    void textsThatLookLikeSomethingElseStayTexts() throws Exception {
        // Not a line break as the first character: docker's own output loses that one.
        List<String> nasty =
                List.of(
                        "yes",
                        "No",
                        "on",
                        "OFF",
                        "y",
                        "true",
                        "null",
                        "~",
                        "0123",
                        "1e3",
                        "0x1f",
                        "1_000",
                        "22:22",
                        "2001-01-01",
                        ".5",
                        "-",
                        "- a",
                        "? a",
                        "a: b",
                        "a #b",
                        "#a",
                        "a:",
                        ":a",
                        "{a}",
                        "[a]",
                        "&a",
                        "*a",
                        "!a",
                        "|",
                        ">",
                        "%a",
                        "@a",
                        "`a`",
                        "'a'",
                        "\"a\"",
                        " a",
                        "a ",
                        "a\tb",
                        "\ta",
                        "a\nb",
                        "a\n\n",
                        "  a\nb",
                        "a\\nb",
                        "é",
                        "日本",
                        "\u0001",
                        "\u2028",
                        "$",
                        "$$",
                        "${A}",
                        "<<",
                        "=",
                        "",
                        " ",
                        "key=value",
                        "a,b",
                        "1h30m",
                        "64M",
                        "x".repeat(300),
                        "word ".repeat(60) + "end",
                        "-----BEGIN-----\nabc=\n-----END-----\n");
        ServiceSpecBuilder service = ServiceSpecBuilder.service("web");
        for (int i = 0; i < nasty.size(); i++) {
            service.env("V" + i, nasty.get(i));
        }
        Stack stack = Stack.of(SampleStacks.NAME, List.of(service.build()), List.of(), List.of());

        JsonNode environment =
                dockerReads(StackFile.write(stack, ORIGIN)).at("/services/web/environment");

        for (int i = 0; i < nasty.size(); i++) {
            assertThat(environment.at("/V" + i).asString()).isEqualTo(nasty.get(i));
        }
    }

    private JsonNode dockerReads(String file) throws IOException, InterruptedException {
        Path path = Files.writeString(folder.resolve("docker-stack.yaml"), file);
        return new YAMLMapper().readTree(stackConfig(path, Map.of("MODMON_SECRET_DB", "s3cret")));
    }

    static String stackConfig(Path file, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path output = file.resolveSibling("output.txt");
        List<String> command =
                new ArrayList<>(List.of("docker", "stack", "config", "-c", file.toString()));
        ProcessBuilder docker =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        docker.environment().putAll(variables);
        int exit = docker.start().waitFor();
        String text = Files.readString(output);
        assertThat(exit).as(text).isZero();
        return text;
    }
}
