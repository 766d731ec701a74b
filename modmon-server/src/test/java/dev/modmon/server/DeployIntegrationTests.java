package dev.modmon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From a git bundle to a release, over HTTP, with the platform's fake as the engine.
class DeployIntegrationTests {
    private static final String PROJECT = "/v1/projects/shop";
    private static final String TEST = PROJECT + "/environments/test";

    @TempDir Path directory;
    private FakeEngine engine;
    private TestRepo repo;
    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        engine = FakeEngine.fresh();
        repo = new TestRepo(directory.resolve("repo"));
        server = RunningServer.start(directory, FakeEngine.Beans.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesACommitInOnce() throws Exception {
        String first = repo.commit();
        assertThat(get(PROJECT + "/commits/" + first).get("known").asBoolean()).isFalse();

        handOver(repo.bundle());
        JsonNode answer = get(PROJECT + "/commits/" + first);

        assertThat(answer.get("known").asBoolean()).isTrue();
        assertThat(answer.get("have").valueStream().map(JsonNode::asString)).containsExactly(first);
    }

    @Test
    void takesWhatACommitAddsToOneThatItHas() throws Exception {
        String first = repo.commit();
        handOver(repo.bundle());
        String second = repo.write("notes", "more").commit();

        handOver(repo.bundle(first));

        assertThat(get(PROJECT + "/commits/" + second).get("known").asBoolean()).isTrue();
    }

    @Test
    void refusesABundleWhoseBaseItLacks() throws Exception {
        String first = repo.commit();
        repo.write("notes", "more").commit();

        HttpResponse<String> answer =
                server.post(server.adminToken(), PROJECT + "/commits", repo.bundle(first));

        HttpIntegrationTests.assertProblem(answer, 400, "commit.unusable-bundle");
        assertThat(answer.body()).contains("builds on commits");
    }

    @Test
    void refusesWhatIsNoBundle() throws Exception {
        HttpResponse<String> answer =
                server.post(server.adminToken(), PROJECT + "/commits", new byte[100]);

        HttpIntegrationTests.assertProblem(answer, 400, "commit.unusable-bundle");
    }

    @Test
    void deploysACommitAndTellsHow() throws Exception {
        String commit = committed();

        JsonNode job = accepted(deploy(commit, "v1"));
        List<JsonNode> events = events(job);

        assertThat(events.getFirst().get("name").asString()).isEqualTo("queued");
        JsonNode report = events.getLast().get("report");
        assertThat(report.get("outcome").asString()).as(events.toString()).isEqualTo("completed");
        assertThat(report.get("release").asInt()).isEqualTo(1);
        assertThat(report.get("services").get(0).get("result").asString()).isEqualTo("created");
        assertThat(events).isEqualTo(events(job));
        JsonNode status = get(PROJECT + "/status");
        assertThat(status.get("healthy").asBoolean()).isTrue();
        assertThat(status.get("environments").get(0).get("release").asInt()).isEqualTo(1);
    }

    @Test
    void plansWithoutTouchingAnything() throws Exception {
        String commit = committed();

        HttpResponse<String> answer =
                server.post(server.adminToken(), TEST + "/plan", request(commit, "v1"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("changes").asBoolean()).isTrue();
        assertThat(engine.orders()).isEmpty();
        assertThat(get(TEST + "/releases").get("releases")).isEmpty();
    }

    @Test
    void keepsTheTagOfTheLastRelease() throws Exception {
        String commit = committed();
        finished(accepted(deploy(commit, "v1")));

        HttpResponse<String> again =
                server.post(
                        server.adminToken(),
                        TEST + "/deploy",
                        "{\"commit\":\"%s\",\"tags\":{},\"secrets\":{}}".formatted(commit));
        JsonNode report = finished(accepted(again));

        assertThat(report.get("outcome").asString()).isEqualTo("completed");
        assertThat(report.get("services").get(0).get("result").asString()).isEqualTo("unchanged");
        assertThat(get(TEST + "/releases").get("releases").get(0).get("tags").get("app").asString())
                .isEqualTo("v1");
    }

    @Test
    void revertsAndRecordsWhatDoesNotGetHealthy() throws Exception {
        String commit = committed();
        finished(accepted(deploy(commit, "v1")));

        JsonNode report = finished(accepted(deploy(commit, "broken")));

        assertThat(report.get("outcome").asString()).isEqualTo("reverted");
        assertThat(report.get("reason").asString()).contains("web");
        JsonNode releases = get(TEST + "/releases").get("releases");
        assertThat(releases.get(0).get("outcome").asString()).isEqualTo("reverted");
        assertThat(releases.get(1).get("outcome").asString()).isEqualTo("completed");
        assertThat(get(PROJECT + "/status").get("environments").get(0).get("release").asInt())
                .isEqualTo(1);
    }

    @Test
    void goesBackToTheReleaseBefore() throws Exception {
        String commit = committed();
        finished(accepted(deploy(commit, "v1")));
        finished(accepted(deploy(commit, "v2")));

        HttpResponse<String> answer =
                server.post(server.adminToken(), TEST + "/rollback", "{\"message\":\"oh\"}");
        JsonNode report = finished(accepted(answer));

        assertThat(report.get("outcome").asString()).isEqualTo("completed");
        assertThat(report.get("services").get(0).get("image").asString()).contains("app:v1");
        JsonNode release = get(TEST + "/releases").get("releases").get(0);
        assertThat(release.get("kind").asString()).isEqualTo("rollback");
        assertThat(release.get("message").asString()).isEqualTo("oh");
        assertThat(release.get("tags").get("app").asString()).isEqualTo("v1");
    }

    @Test
    void hasNowhereToGoBackToAtFirst() {
        HttpIntegrationTests.assertProblem(
                server.post(server.adminToken(), TEST + "/rollback", "{}"),
                409,
                "release.none-before");
        HttpIntegrationTests.assertProblem(
                server.post(server.adminToken(), TEST + "/rollback", "{\"release\":7}"),
                404,
                "release.unknown");
    }

    @Test
    void reportsEverythingThatIsWrongBeforeAnythingIsTouched() throws Exception {
        repo.write(".modmon/modmon.yaml", TestRepo.PROJECT_FILE + "nonsense: 1\nmore: 2\n");
        String commit = committed();

        HttpResponse<String> answer = deploy(commit, "v1");

        HttpIntegrationTests.assertProblem(answer, 422, "configuration.invalid");
        assertThat(json(answer).get("diagnostics")).hasSize(2);
        assertThat(get(TEST + "/releases").get("releases")).isEmpty();
    }

    @Test
    void asksForSecretsThatItDoesNotHave() throws Exception {
        repo.write(".env/test.env", "MAIL={{SECRETS['mail']}}\n");
        String commit = committed();

        HttpResponse<String> without = deploy(commit, "v1");
        HttpIntegrationTests.assertProblem(without, 422, "configuration.invalid");
        assertThat(without.body())
                .contains("secret.missing", "MAIL of service 'web' needs it", "MODMON_SECRET_MAIL")
                .contains("\"line\":1", ".env/test.env");

        HttpResponse<String> with =
                server.post(
                        server.adminToken(),
                        TEST + "/deploy",
                        "{\"commit\":\"%s\",\"tags\":{\"app\":\"v1\"},\"secrets\":{\"mail\":\"hush-hush\"}}"
                                .formatted(commit));
        assertThat(finished(accepted(with)).get("outcome").asString()).isEqualTo("completed");
        assertThat(finished(accepted(deploy(commit, "v2"))).get("outcome").asString())
                .isEqualTo("completed");
        assertThat(allTexts("audit.jsonl")).doesNotContain("hush-hush");
    }

    @Test
    void refusesAnEnvironmentThatIsForPlainCompose() throws Exception {
        repo.write(
                ".modmon/modmon.yaml",
                TestRepo.PROJECT_FILE.replace("type: swarm", "type: compose"));

        HttpResponse<String> answer = deploy(committed(), "v1");

        HttpIntegrationTests.assertProblem(answer, 422, "configuration.invalid");
        assertThat(answer.body()).contains("deploy.not-a-swarm", "modmon compile test");
    }

    @Test
    void refusesSecretsThatTheEngineWouldExpand() throws Exception {
        String body =
                "{\"commit\":\"%s\",\"tags\":{\"app\":\"v1\"},\"secrets\":{\"mail\":\"a{{.Node.ID}}\"}}"
                        .formatted(committed());

        HttpResponse<String> answer = server.post(server.adminToken(), TEST + "/deploy", body);

        HttpIntegrationTests.assertProblem(answer, 400, "secret.template");
        assertThat(answer.body()).doesNotContain("Node.ID");
    }

    @Test
    void doesNotDeployACommitThatItDoesNotHave() {
        HttpIntegrationTests.assertProblem(deploy("0".repeat(40), "v1"), 404, "commit.unknown");
    }

    @Test
    void carriesOutJobsOfOneEnvironmentOneAfterTheOther() throws Exception {
        String commit = committed();

        JsonNode first = accepted(deploy(commit, "v1"));
        JsonNode second = accepted(deploy(commit, "v2"));
        JsonNode third = accepted(deploy(commit, "v3"));
        finished(third);

        assertThat(List.of(finished(first), finished(second), finished(third)))
                .allSatisfy(r -> assertThat(r.get("outcome").asString()).isEqualTo("completed"));
        assertThat(engine.orders().stream().filter(order -> order.endsWith(" web")))
                .containsExactly("create web", "update web", "update web");
    }

    @Test
    void remembersReleasesAfterARestart() throws Exception {
        String commit = committed();
        finished(accepted(deploy(commit, "v1")));
        JsonNode before = get(TEST + "/releases");

        server.close();
        server = RunningServer.start(directory, FakeEngine.Beans.class);

        assertThat(get(TEST + "/releases")).isEqualTo(before);
        assertThat(
                        finished(accepted(deploy(commit, "v1")))
                                .get("services")
                                .get(0)
                                .get("result")
                                .asString())
                .isEqualTo("unchanged");
    }

    @Test
    void takesUpWhatAStoppedServerLeft() throws Exception {
        String commit = committed();
        finished(accepted(deploy(commit, "v1")));
        engine.hangIn("updateService");
        JsonNode cut = accepted(deploy(commit, "v2"));
        JsonNode waiting = accepted(deploy(commit, "v3"));
        engine.awaitHang();

        server.close();
        engine.hangNoMore();
        server = RunningServer.start(directory, FakeEngine.Beans.class);

        JsonNode report = finished(cut);
        assertThat(report.get("outcome").asString()).isEqualTo("reverted");
        assertThat(report.get("reason").asString()).contains("The server was stopped");
        assertThat(finished(waiting).get("outcome").asString()).isEqualTo("completed");
    }

    @Test
    void refusesToRemoveWhatIsBeingDeployed() throws Exception {
        String commit = committed();
        engine.hangIn("createService");
        accepted(deploy(commit, "v1"));
        engine.awaitHang();

        HttpIntegrationTests.assertProblem(
                server.send(server.request(server.adminToken(), TEST).DELETE()),
                409,
                "environment.busy");
    }

    @Test
    void removesAnEnvironment() {
        HttpResponse<String> answer =
                server.send(server.request(server.adminToken(), TEST + "?volumes=true").DELETE());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("removed").get(0).asString()).isEqualTo("service web");
    }

    @Test
    void showsWhatAServiceWrote() throws Exception {
        finished(accepted(deploy(committed(), "v1")));

        HttpResponse<String> answer =
                server.get(server.adminToken(), TEST + "/services/web/logs?tail=10");

        assertThat(answer.body().lines())
                .map(line -> JsonMapper.shared().readTree(line).get("line").asString())
                .containsExactly("one", "two");
        HttpIntegrationTests.assertProblem(
                server.get(server.adminToken(), TEST + "/services/none/logs"),
                404,
                "service.unknown");
    }

    @Test
    void cutsAStreamThatBreaksRatherThanEndIt() throws Exception {
        finished(accepted(deploy(committed(), "v1")));
        engine.writes("one", "BREAK");

        assertThatThrownBy(() -> server.get(server.adminToken(), TEST + "/services/web/logs"))
                .isInstanceOf(UncheckedIOException.class);
    }

    private String allTexts(String file) throws IOException {
        return Files.readString(server.state().resolve(file));
    }

    private String committed() throws Exception {
        String commit = repo.commit();
        handOver(repo.bundle());
        return commit;
    }

    private void handOver(byte[] bundle) {
        HttpResponse<String> answer =
                server.post(server.adminToken(), PROJECT + "/commits", bundle);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> deploy(String commit, String tag) {
        return server.post(server.adminToken(), TEST + "/deploy", request(commit, tag));
    }

    private static String request(String commit, String tag) {
        return "{\"commit\":\"%s\",\"tags\":{\"app\":\"%s\"},\"secrets\":{}}"
                .formatted(commit, tag);
    }

    private static JsonNode accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer);
    }

    private JsonNode finished(JsonNode job) {
        return events(job).getLast().get("report");
    }

    private List<JsonNode> events(JsonNode job) {
        return server.get(server.adminToken(), "/v1/jobs/" + job.get("id").asString() + "/events")
                .body()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = server.get(server.adminToken(), path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
