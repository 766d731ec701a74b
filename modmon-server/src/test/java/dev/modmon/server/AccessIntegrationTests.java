package dev.modmon.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.uiapi.ssh.SshKeyPair;
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

/// Who may change who may do what, and what may run.
class AccessIntegrationTests {
    private static final String PROJECT = "/v1/projects/shop";
    private static final String TEST = PROJECT + "/environments/test";
    private static final String ROLES =
            """
            roles:
              admin:
                super: true
              maintain:
                - perm:deploy
                - perm:manage_users
              developer:
                - perm:deploy
            """;

    @TempDir Path directory;
    private final SshKeyPair alex = SshKeyPair.generate();
    private final SshKeyPair sarah = SshKeyPair.generate();
    private final SshKeyPair mike = SshKeyPair.generate();
    private TestRepo repo;
    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        FakeEngine.fresh();
        repo = new TestRepo(directory.resolve("repo"));
        server =
                RunningServer.start(
                        directory,
                        List.of(
                                "--modmon.ssh.port=0",
                                "--modmon.door.authorized-keys="
                                        + directory.resolve("authorized_keys")),
                        FakeEngine.Beans.class);
        key("alex", alex);
        key("sarah", sarah);
        key("mike", mike);
        access("alex: admin", "sarah: maintain", "mike: developer");
        deployed(server.adminToken());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void writesTheDoorForTheUsersOfAnAdminsCommit() throws Exception {
        assertThat(authorizedKeys())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).endsWith(alex.publicKey().line() + " alex"))
                .allSatisfy(line ->
                        assertThat(line)
                                .startsWith(
                                        "restrict,port-forwarding,permitopen=\"127.0.0.1:"
                                                + server.apiPort()
                                                + "\",permitlisten=\"127.0.0.1:1\",command=\"cat "));
    }

    @Test
    void endsTokenAndEntryOfAKeyThatIsTakenAway() throws Exception {
        String token = server.tokenFor("mike", mike);
        assertThat(server.get(token, PROJECT + "/status").statusCode()).isEqualTo(200);

        Files.delete(repo.folder().resolve(".modmon/pubkeys/mike"));
        access("alex: admin", "sarah: maintain");
        deployed(server.tokenFor("alex", alex));

        assertThat(server.get(token, PROJECT + "/status").statusCode()).isEqualTo(401);
        assertThat(authorizedKeys()).noneSatisfy(line -> assertThat(line).endsWith(" mike"));
        try (var files = Files.list(server.state().resolve("door"))) {
            assertThat(files)
                    .noneSatisfy(
                            file -> assertThat(file.getFileName().toString()).startsWith("mike"));
        }
    }

    @Test
    void keepsTheRulesWhenSomebodyDeploysWhoMayNotChangeThem() throws Exception {
        access("alex: admin", "sarah: maintain", "mike: admin");

        JsonNode job = deployed(server.tokenFor("mike", mike));

        assertThat(events(job)).anySatisfy(e -> assertThat(e).contains("other access rules"));
        HttpIntegrationTests.assertProblem(
                server.get(server.tokenFor("mike", mike), TEST + "/services/web/logs"),
                403,
                "access.permission-missing");
    }

    @Test
    void letsWhoManagesUsersChangeAllButWhoIsAnAdmin() throws Exception {
        access("alex: admin", "sarah: maintain", "mike: maintain");
        deployed(server.tokenFor("sarah", sarah));

        access("alex: admin", "sarah: admin", "mike: maintain");
        HttpResponse<String> grab = deploy(server.tokenFor("sarah", sarah), commit());
        key("alex", SshKeyPair.generate());
        access("alex: admin", "sarah: maintain", "mike: maintain");
        HttpResponse<String> swap = deploy(server.tokenFor("mike", mike), commit());

        for (HttpResponse<String> refused : List.of(grab, swap)) {
            HttpIntegrationTests.assertProblem(refused, 422, "configuration.invalid");
            assertThat(refused.body()).contains("access.needs-admin");
        }
    }

    @Test
    void takesRulesThatAreWrongFromNobody() throws Exception {
        access("alex: boss");

        HttpResponse<String> answer = deploy(server.adminToken(), commit());

        HttpIntegrationTests.assertProblem(answer, 422, "configuration.invalid");
        assertThat(answer.body()).contains("access.unknown-role");
    }

    @Test
    void remembersTheRulesAfterARestart() throws Exception {
        server.close();
        server = RunningServer.start(directory, FakeEngine.Beans.class);

        assertThat(server.get(server.tokenFor("mike", mike), PROJECT + "/status").statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesWhatGivesPowerOverTheNodeFromAnAdminOnly() throws Exception {
        repo.write(
                ".modmon/modmon.yaml",
                TestRepo.PROJECT_FILE
                        + "        volumes: ['/var/run/docker.sock:/var/run/docker.sock']\n");
        String commit = commit();

        HttpResponse<String> refused = deploy(server.tokenFor("mike", mike), commit);
        HttpIntegrationTests.assertProblem(refused, 422, "configuration.invalid");
        assertThat(refused.body())
                .contains("policy.needs-admin")
                .contains("mounts '/var/run/docker.sock' of the node");

        events(accepted(deploy(server.tokenFor("alex", alex), commit)));
        JsonNode newVersion =
                accepted(
                        server.post(
                                server.tokenFor("mike", mike),
                                TEST + "/deploy",
                                request(commit, "v2")));
        assertThat(events(newVersion)).last().asString().contains("\"completed\"");
    }

    @Test
    void takesValuesOfSecretsFromWhoManagesThemOnly() throws Exception {
        repo.write(".env/test.env", "MAIL={{SECRETS['mail']}}\n");
        String commit = commit();
        String request =
                "{\"commit\":\"%s\",\"tags\":{\"app\":\"v1\"},\"secrets\":{\"mail\":\"a\"}}"
                        .formatted(commit);

        HttpIntegrationTests.assertProblem(
                server.post(server.tokenFor("mike", mike), TEST + "/deploy", request),
                403,
                "access.permission-missing");
        accepted(server.post(server.tokenFor("alex", alex), TEST + "/deploy", request));
        accepted(server.post(server.tokenFor("mike", mike), TEST + "/deploy", request));
    }

    @Test
    void refusesASecondProjectThatTheEngineWouldTakeForTheFirst() throws Exception {
        TestRepo other = new TestRepo(directory.resolve("other"));
        other.write(
                ".modmon/modmon.yaml", TestRepo.PROJECT_FILE.replace("  test:\n", "  b-test:\n"));
        other.write(".env/b-test.env", "A=b\n");
        String commit = other.commit();
        server.post(server.adminToken(), "/v1/projects/a-b/commits", repo.bundle());
        accepted(
                server.post(
                        server.adminToken(),
                        "/v1/projects/a-b/environments/test/deploy",
                        request(repo.git("rev-parse", "HEAD").strip(), "v1")));
        server.post(server.adminToken(), "/v1/projects/a/commits", other.bundle());

        HttpIntegrationTests.assertProblem(
                server.post(
                        server.adminToken(),
                        "/v1/projects/a/environments/b-test/deploy",
                        request(commit, "v1")),
                409,
                "stack.taken");
    }

    private void key(String user, SshKeyPair key) throws Exception {
        repo.write(".modmon/pubkeys/" + user, key.publicKey().line() + "\n");
    }

    /// @param users such as `mike: developer`, each with the key of their name
    private void access(String... users) throws Exception {
        StringBuilder text = new StringBuilder("users:\n");
        for (String user : users) {
            String[] parts = user.split(": ");
            text.append(
                    "  %s:\n    roles: %s\n    keys: %s\n".formatted(parts[0], parts[1], parts[0]));
        }
        repo.write(".modmon/access.yaml", text + ROLES);
    }

    private String commit() throws Exception {
        String commit = repo.commit();
        HttpResponse<String> answer =
                server.post(server.adminToken(), PROJECT + "/commits", repo.bundle());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return commit;
    }

    private JsonNode deployed(String token) throws Exception {
        JsonNode job = accepted(deploy(token, commit()));
        assertThat(events(job)).last().asString().contains("\"completed\"");
        return job;
    }

    private HttpResponse<String> deploy(String token, String commit) {
        return server.post(token, TEST + "/deploy", request(commit, "v1"));
    }

    private static String request(String commit, String tag) {
        return "{\"commit\":\"%s\",\"tags\":{\"app\":\"%s\"},\"secrets\":{}}"
                .formatted(commit, tag);
    }

    private static JsonNode accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(answer.body());
    }

    private List<String> events(JsonNode job) {
        return server.get(server.adminToken(), "/v1/jobs/" + job.get("id").asString() + "/events")
                .body()
                .lines()
                .toList();
    }

    private List<String> authorizedKeys() throws Exception {
        return Files.readAllLines(directory.resolve("authorized_keys"));
    }
}
