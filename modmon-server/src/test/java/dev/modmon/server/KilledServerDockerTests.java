package dev.modmon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.StackName;
import dev.modmon.server.docker.TestEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// On the real engine: a server that is killed with an update half done, and the one that comes after it.
class KilledServerDockerTests {
    @TempDir Path directory;
    @RegisterExtension final TestEngine engine = new TestEngine();
    private final StackName stack = engine.newStack();
    private final String environment =
            "/v1/projects/%s/environments/%s".formatted(stack.project(), stack.environment());

    @Test
    void theNextServerBringsBackWhatRanBefore() throws Exception {
        TestRepo repo = new TestRepo(directory.resolve("repo"));
        repo.write(".modmon/modmon.yaml", projectFile());
        String commit = repo.commit();
        try (RunningServer server =
                RunningServer.start(directory, List.of("--modmon.ssh.port=0"))) {
            server.post(
                    server.adminToken(),
                    "/v1/projects/%s/commits".formatted(stack.project()),
                    repo.bundle());
            String job =
                    id(
                            server.post(
                                            server.adminToken(),
                                            environment + "/deploy",
                                            Deploys.request(commit))
                                    .body());
            assertThat(lastEvent(server, job).at("/report/outcome").asString())
                    .as(lastEvent(server, job).toString())
                    .isEqualTo("completed");
        }

        String cut = deployBrokenAndKill(commit);

        try (RunningServer server =
                RunningServer.start(directory, List.of("--modmon.ssh.port=0"))) {
            JsonNode report = lastEvent(server, cut).get("report");
            assertThat(report.get("outcome").asString())
                    .as(report.toString())
                    .isEqualTo("reverted");
            JsonNode status =
                    JsonMapper.shared()
                            .readTree(
                                    server.get(
                                                    server.adminToken(),
                                                    "/v1/projects/%s/status"
                                                            .formatted(stack.project()))
                                            .body());
            assertThat(status.get("healthy").asBoolean()).as(status.toString()).isTrue();
            assertThat(status.at("/environments/0/services/0/image").asString())
                    .contains("/app:v1@sha256:");
            assertThat(status.at("/environments/0/release").asInt()).isEqualTo(1);
        }
    }

    private String deployBrokenAndKill(String commit) throws Exception {
        Path state = directory.resolve("state");
        try (ServerProcess server =
                ServerProcess.start(
                                ModmonServer.class,
                                directory,
                                "--modmon.state=" + state,
                                "--modmon.api.port=0",
                                "--modmon.ssh.port=free")
                        .awaitReady(state)) {
            String job =
                    Deploys.overSsh(
                            state,
                            directory.resolve("admin_key"),
                            environment,
                            Deploys.request(commit).replace("\"v1\"", "\"broken\""));
            awaitUpdate();
            server.kill();
            return job;
        }
    }

    /// Until the engine was told.
    private void awaitUpdate() {
        while (engine.engine().platform().observe(stack).services().stream()
                .noneMatch(s -> s.spec().container().image().value().contains(":broken"))) {
            Thread.onSpinWait();
        }
    }

    private String projectFile() {
        return """
        version: 1.0
        deploy:
          type: swarm
        environments:
          test:
        repos:
          app:
            url: git@example.com:shop/app.git
            type: docker
            image: "%s"
            services:
              web:
                deploy:
                  endpoint_mode: dnsrr
        """
                .formatted(TestEngine.app("{tag}"));
    }

    private static String id(String job) {
        return JsonMapper.shared().readTree(job).get("id").asString();
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
