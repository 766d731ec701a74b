package dev.modmon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that is killed in the middle of a rollout, and the one that comes after it.
class KilledServerIntegrationTests {
    private static final String TEST = "/v1/projects/shop/environments/test";

    @TempDir Path directory;

    /// Started as a process of its own: the engine hangs in the call that the first argument names, and a file tells when.
    static final class Hanging {
        private Hanging() {}

        public static void main(String[] arguments) throws Exception {
            FakeEngine engine = FakeEngine.fresh();
            engine.hangIn(arguments[0]);
            SpringApplication application = ModmonServer.application(FakeEngine.Beans.class);
            application.run(List.of(arguments).subList(2, arguments.length).toArray(String[]::new));
            engine.awaitHang();
            Files.createFile(Path.of(arguments[1]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve", "createNetwork", "createService"})
    void leavesAJobThatTheNextServerUndoes(String call) throws Exception {
        FakeEngine.fresh();
        TestRepo repo = new TestRepo(directory.resolve("repo"));
        String commit = repo.commit();
        try (RunningServer server = RunningServer.start(directory, FakeEngine.Beans.class)) {
            server.post(server.adminToken(), "/v1/projects/shop/commits", repo.bundle());
        }
        String job = deployAndKill(commit, call);

        FakeEngine.fresh();
        try (RunningServer server = RunningServer.start(directory, FakeEngine.Beans.class)) {
            JsonNode report = lastEvent(server, job).get("report");
            assertThat(report.get("outcome").asString()).isIn("reverted", "failed");
            assertThat(report.get("reason").asString())
                    .startsWith("The server was stopped during the rollout.");
            JsonNode release =
                    JsonMapper.shared()
                            .readTree(server.get(server.adminToken(), TEST + "/releases").body())
                            .at("/releases/0");
            assertThat(release.get("outcome")).isEqualTo(report.get("outcome"));
            assertThat(release.get("finished").isNull()).isFalse();
            assertThat(finishedDeploy(server, commit)).isEqualTo("completed");
        }
    }

    private String deployAndKill(String commit, String call) throws Exception {
        Path state = directory.resolve("state");
        Path hangs = directory.resolve("hangs");
        try (ServerProcess server =
                ServerProcess.start(
                                Hanging.class,
                                directory,
                                call,
                                hangs.toString(),
                                "--modmon.state=" + state,
                                "--modmon.api.port=0",
                                "--modmon.ssh.port=free")
                        .awaitReady(state)) {
            String job =
                    Deploys.overSsh(
                            state, directory.resolve("admin_key"), TEST, Deploys.request(commit));
            while (!Files.exists(hangs)) {
                Thread.onSpinWait();
            }
            server.kill();
            return job;
        }
    }

    @Test
    void losesNoReleaseThatItTold() throws Exception {
        FakeEngine.fresh();
        TestRepo repo = new TestRepo(directory.resolve("repo"));
        String commit = repo.commit();
        String before;
        try (RunningServer server = RunningServer.start(directory, FakeEngine.Beans.class)) {
            server.post(server.adminToken(), "/v1/projects/shop/commits", repo.bundle());
            finishedDeploy(server, commit);
            before = server.get(server.adminToken(), TEST + "/releases").body();
        }
        deployAndKill(commit, "resolve");

        try (RunningServer server = RunningServer.start(directory, FakeEngine.Beans.class)) {
            String after = server.get(server.adminToken(), TEST + "/releases").body();
            assertThat(JsonMapper.shared().readTree(after).at("/releases/1"))
                    .isEqualTo(JsonMapper.shared().readTree(before).at("/releases/0"));
        }
    }

    private static String finishedDeploy(RunningServer server, String commit) {
        String job =
                JsonMapper.shared()
                        .readTree(
                                server.post(
                                                server.adminToken(),
                                                TEST + "/deploy",
                                                Deploys.request(commit))
                                        .body())
                        .get("id")
                        .asString();
        return lastEvent(server, job).at("/report/outcome").asString();
    }

    private static JsonNode lastEvent(RunningServer server, String job) {
        return server.get(server.adminToken(), "/v1/jobs/" + job + "/events")
                .body()
                .lines()
                .filter(line -> !line.isEmpty())
                .map(line -> JsonMapper.shared().readTree(line))
                .toList()
                .getLast();
    }
}
