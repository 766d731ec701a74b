package dev.modmon.uiapi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.core.api.CommitReport;
import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.api.DiagnosticReport;
import dev.modmon.core.api.ImagesReport;
import dev.modmon.core.api.JobEvent;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.LogReport;
import dev.modmon.core.api.Outcome;
import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.Problem;
import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.api.RemovalReport;
import dev.modmon.core.api.RollbackRequest;
import dev.modmon.core.api.StatusReport;
import dev.modmon.core.api.VersionReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class RecordJsonTests {
    private static final JsonMapper DATABIND = JsonMapper.builder().build();
    private static final DeployReport DEPLOYED =
            new DeployReport(
                    Outcome.REVERTED,
                    "shop",
                    "production",
                    Long.MAX_VALUE,
                    "\"quoted\" \u0000 ü 🙂",
                    1.25,
                    List.of(
                            new DeployReport.ServiceReport(
                                    "web", "failed", "app:v1", "why", List.of("one", "two"))));

    static Stream<Record> records() {
        return Stream.of(
                new VersionReport("0.1.0", 1, "20.10.24"),
                new StatusReport(
                        "shop",
                        new StatusReport.ClusterStatus("0.1.0", "20.10", 1, 2),
                        true,
                        List.of(
                                new StatusReport.EnvironmentStatus(
                                        "production",
                                        7L,
                                        "c",
                                        null,
                                        List.of(
                                                new StatusReport.ServiceStatus(
                                                        "web",
                                                        "app",
                                                        2,
                                                        1,
                                                        null,
                                                        List.of("80->80/tcp"),
                                                        ""))))),
                DEPLOYED,
                new JobReport("j", "deploy", "shop", "production", "sarah", "finished", DEPLOYED),
                new JobReport("j", "deploy", "shop", "production", "sarah", "running", null),
                new DeployRequest("c", Map.of("app", "v2"), Map.of("key", "value"), null),
                new RollbackRequest(4L, "why"),
                new RollbackRequest(null, null),
                new CommitReport("c", false, List.of("a", "b")),
                new ImagesReport(List.of()),
                new RemovalReport(List.of("service web")),
                new LogReport("web.1", "node", "stderr", "2026-01-01T00:00:00Z", "a\tb\r"),
                new PlanReport(
                        "shop",
                        "production",
                        "c",
                        true,
                        List.of(
                                new PlanReport.PlannedStep(
                                        "update",
                                        "web",
                                        true,
                                        "",
                                        List.of(new PlanReport.PlannedChange("image", "a", "b")))),
                        List.of("db")),
                new ReleaseReport.History(
                        "shop",
                        "production",
                        List.of(
                                new ReleaseReport(
                                        1,
                                        "deploy",
                                        "c",
                                        Map.of("app", "v1"),
                                        Map.of(),
                                        "sarah",
                                        "",
                                        "t",
                                        null,
                                        Outcome.RUNNING,
                                        ""))),
                new Problem(
                        "t",
                        "No",
                        422,
                        "d",
                        "c",
                        "h",
                        List.of(new DiagnosticReport("error", "a.b", "f", 1, 2, "m", "h"))),
                Problem.of(403, "c", "t", "d", "h"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsWhatDatabindWrites(Record value) throws IOException {
        byte[] bytes = DATABIND.writeValueAsBytes(value);

        assertThat((Object) RecordJson.read(bytes, value.getClass())).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("records")
    void writesWhatDatabindReads(Record value) {
        assertThat((Object) DATABIND.readValue(RecordJson.write(value), value.getClass()))
                .isEqualTo(value);
    }

    @Test
    void readsEachKindOfEventThatDatabindWrites() throws IOException {
        for (JobEvent event :
                List.of(
                        new JobEvent.Phase("t", "queued", "text"),
                        new JobEvent.Service("t", "web", "healthy", 1, 2, ""),
                        new JobEvent.Finished("t", DEPLOYED))) {
            byte[] bytes = DATABIND.writerFor(JobEvent.class).writeValueAsBytes(event);
            assertThat(RecordJson.read(bytes, JobEvent.class)).isEqualTo(event);
        }
    }

    @Test
    void leavesOutWhatANewerServerSaysMore() throws IOException {
        assertThat(read("{\"loaded\":[\"a\"],\"more\":{\"x\":[1,null]}}", ImagesReport.class))
                .isEqualTo(new ImagesReport(List.of("a")));
        assertThat(read("{\"type\":\"from-the-future\",\"x\":1}", JobEvent.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "<html>",
                "{",
                "{}",
                "{\"version\":\"1\",\"api\":null,\"engine\":\"x\"}",
                "{\"version\":\"1\",\"api\":\"1\",\"engine\":\"x\"}",
                "{\"version\":\"1\",\"api\":1.5,\"engine\":\"x\"}",
                "{\"version\":\"1\",\"api\":99999999999,\"engine\":\"x\"}",
                "{\"version\":1,\"api\":1,\"engine\":\"x\"}",
                "{\"version\":\"1\",\"api\":1,\"engine\":\"x\"} {}",
                "{\"version\":\"1\",\"version\":\"2\",\"api\":1,\"engine\":\"x\"}"
            })
    void refusesWhatIsNoSuchRecord(String json) {
        assertThatThrownBy(() -> read(json, VersionReport.class)).isInstanceOf(IOException.class);
    }

    @Test
    void namesThePlaceAndNotTheValue() {
        assertThatThrownBy(() ->
                        read(
                                "{\"project\":\"p\",\"environment\":\"e\",\"releases\":[{\"release\":\"s3cret\"}]}",
                                ReleaseReport.History.class))
                .hasMessageContaining("'releases': 'release': a long is due")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void refusesAMissingList() {
        assertThatThrownBy(() -> read("{\"loaded\":null}", ImagesReport.class))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{\"loaded\":[null]}", ImagesReport.class))
                .isInstanceOf(IOException.class);
    }

    /// Each of these is an error in RFC 8259, or where it leaves the choice.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "-",
                "+1",
                ".5",
                "1.",
                "1e",
                "1e+",
                "0x1",
                "NaN",
                "Infinity",
                "- 1",
                "1 2",
                "9223372036854775808",
                "tru",
                "nul",
                "True",
                "'a'",
                "\"",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"a\nb\"",
                "\"a\\n\tb\"",
                "[",
                "[1",
                "[1,",
                "[,]",
                "[1,]",
                "[1 2]",
                "]",
                "{",
                "{a:1}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{,}",
                "{\"a\":1,\"a\":2}",
                "\u00a01",
                "\ufeff1",
                "//1",
                "1//"
            })
    void refusesWhatIsNoJson(String json) {
        assertThatThrownBy(() -> JsonTree.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnfitValueException.class);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        assertThatThrownBy(() -> JsonTree.read(new byte[] {'"', (byte) 0xc3, '"'}))
                .isInstanceOf(UnfitValueException.class);
        assertThatThrownBy(() ->
                        JsonTree.read(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}))
                .isInstanceOf(UnfitValueException.class);
    }

    @Test
    void boundsTheDepth() throws Exception {
        assertThat(JsonTree.read(("[".repeat(100) + "]".repeat(100)).getBytes())).isNotNull();
        assertThatThrownBy(() -> JsonTree.read("[".repeat(100_000).getBytes()))
                .isInstanceOf(UnfitValueException.class)
                .hasMessageContaining("deep");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-12",
                "9223372036854775807",
                "1.5",
                "1E3",
                "1e-3",
                "-0.0",
                "true",
                "false",
                "null",
                "\"\"",
                " [ ] ",
                "{ }",
                "[1 , [2], {\"a\" : null}]\n",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude42ü🙂\u2028\"",
                "{\"\":{\"b\":[true,false,null]},\"c\":\"d\\ne\"}"
            })
    void readsJsonAsDatabindDoes(String json) throws Exception {
        Object theirs =
                JsonMapper.builder()
                        .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                        .build()
                        .readValue(json, Object.class);

        assertThat(JsonTree.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(theirs);
    }

    private static <T> T read(String json, Class<T> type) throws IOException {
        return RecordJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
