package dev.modmon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.modmon.core.access.Permission;
import dev.modmon.server.operation.Input;
import dev.modmon.server.operation.Operation;
import dev.modmon.server.operation.OperationTable;
import dev.modmon.server.operation.Output;
import dev.modmon.server.operation.Requirement;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Walks every operation with everybody, and holds what is answered against the OpenAPI document.
class OperationsIntegrationTests {
    @TempDir static Path directory;
    private static RunningServer server;
    private static TestRepo repo;
    private static String commit;
    private static String job;

    /// Users of project `shop` who have one permission each, and one with none.
    private static final Map<Permission, String> TOKENS = new EnumMap<>(Permission.class);

    private static String nobody;
    private static String foreigner;
    private static String stagingOnly;

    @BeforeAll
    static void start() throws Exception {
        FakeEngine.fresh();
        server = RunningServer.start(directory, FakeEngine.Beans.class);
        repo = new TestRepo(directory.resolve("repo"));
        writeAccess();
        commit = repo.commit();
        require(200, server.post(server.adminToken(), "/v1/projects/shop/commits", repo.bundle()));
        HttpResponse<String> deployed =
                server.post(
                        server.adminToken(),
                        "/v1/projects/shop/environments/test/deploy",
                        request());
        job = JsonMapper.shared().readTree(require(202, deployed).body()).get("id").asString();
        server.get(server.adminToken(), "/v1/jobs/" + job + "/events");
        foreigner = foreignUser();
    }

    private static void writeAccess() throws Exception {
        StringBuilder users = new StringBuilder("users:\n");
        StringBuilder roles = new StringBuilder("roles:\n");
        for (Permission permission : Permission.values()) {
            TOKENS.put(
                    permission,
                    addUser(permission.spelling(), "perm:" + permission.spelling(), users, roles));
        }
        nobody = addUser("nobody", null, users, roles);
        stagingOnly = addUser("elsewhere", "perm:deploy@other", users, roles);
        repo.write(".modmon/access.yaml", users.toString() + roles);
    }

    /// @return what becomes the user's token once the rules count
    private static String addUser(
            String name, String grant, StringBuilder users, StringBuilder roles) throws Exception {
        SshKeyPair key = SshKeyPair.generate();
        String user = name.replace('_', '-');
        repo.write(".modmon/pubkeys/" + user, key.publicKey().line() + " " + user + "\n");
        users.append("  %s:\n    roles: %s\n    keys: %s\n".formatted(user, user, user));
        roles.append(
                grant == null
                        ? "  %s: []\n".formatted(user)
                        : "  %s:\n    - %s\n".formatted(user, grant));
        return server.tokenFor(user, key);
    }

    private static String foreignUser() throws Exception {
        TestRepo other = new TestRepo(directory.resolve("other"));
        SshKeyPair key = SshKeyPair.generate();
        other.write(".modmon/pubkeys/eve", key.publicKey().line() + "\n");
        other.write(
                ".modmon/access.yaml",
                "users:\n  eve:\n    roles: boss\n    keys: eve\nroles:\n  boss:\n    super: true\n");
        String id = other.commit();
        require(
                200,
                server.post(server.adminToken(), "/v1/projects/foreign/commits", other.bundle()));
        require(
                202,
                server.post(
                        server.adminToken(),
                        "/v1/projects/foreign/environments/test/deploy",
                        "{\"commit\":\"%s\",\"tags\":{\"app\":\"v1\"},\"secrets\":{}}"
                                .formatted(id)));
        return server.tokenFor("eve", key);
    }

    private static HttpResponse<String> require(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> asksEverybodyForAToken() {
        return operations()
                .map(operation ->
                        dynamicTest(
                                operation.name(),
                                () ->
                                        HttpIntegrationTests.assertProblem(
                                                call(operation, ""),
                                                401,
                                                "token.missing-or-expired")));
    }

    @TestFactory
    Stream<DynamicTest> letsNobodyDoWhatTheirRolesDoNotGrant() {
        return operations()
                .filter(operation -> permission(operation) != null)
                .map(operation ->
                        dynamicTest(
                                operation.name(),
                                () -> {
                                    for (String token : withoutRightTo(operation)) {
                                        HttpIntegrationTests.assertProblem(
                                                call(operation, token),
                                                403,
                                                "access.permission-missing");
                                    }
                                }));
    }

    @TestFactory
    Stream<DynamicTest> letsThoseThroughWhoseRolesGrantIt() {
        return operations()
                .filter(operation -> permission(operation) != null)
                .map(operation ->
                        dynamicTest(
                                operation.name(),
                                () ->
                                        assertThat(
                                                        call(
                                                                        operation,
                                                                        TOKENS.get(
                                                                                permission(
                                                                                        operation)))
                                                                .statusCode())
                                                .isNotIn(401, 403)));
    }

    @TestFactory
    Stream<DynamicTest> keepsUsersOfOtherProjectsOut() {
        return operations()
                .filter(operation -> !(operation.requirement() instanceof Requirement.Known))
                .filter(operation -> !(operation.requirement() instanceof Requirement.OnServer))
                .map(operation ->
                        dynamicTest(
                                operation.name(),
                                () ->
                                        HttpIntegrationTests.assertProblem(
                                                call(operation, foreigner),
                                                403,
                                                "access.not-a-user")));
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheOpenApiDocumentSays() {
        JsonNode document = document();
        return operations()
                .map(operation ->
                        dynamicTest(
                                operation.name(),
                                () -> {
                                    awaitIdle();
                                    HttpResponse<String> answer =
                                            call(operation, server.adminToken());
                                    assertFits(document, operation, answer);
                                }));
    }

    @Test
    void documentsExactlyTheOperationsThereAre() {
        List<String> documented = new ArrayList<>();
        document()
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(verb ->
                                        documented.add(
                                                verb.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        operations().map(o -> o.verb() + " " + o.path()).toList());
    }

    @Test
    void grantsForOneEnvironmentDoNotHoldInAnother() {
        HttpIntegrationTests.assertProblem(
                server.post(stagingOnly, "/v1/projects/shop/environments/test/plan", request()),
                403,
                "access.permission-missing");
        assertThat(
                        server.post(
                                        stagingOnly,
                                        "/v1/projects/shop/environments/other/plan",
                                        request())
                                .statusCode())
                .isEqualTo(200);
    }

    private static void awaitIdle() {
        JsonNode rollout;
        do {
            rollout =
                    JsonMapper.shared()
                            .readTree(
                                    server.get(server.adminToken(), "/v1/projects/shop/status")
                                            .body())
                            .at("/environments/0/rollout");
        } while (!rollout.isNull());
    }

    private static void assertFits(
            JsonNode document, Operation operation, HttpResponse<String> answer) {
        JsonNode responses =
                document.get("paths")
                        .get(operation.path())
                        .get(operation.verb().name().toLowerCase(Locale.ROOT))
                        .get("responses");
        JsonNode response = responses.get(String.valueOf(answer.statusCode()));
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(response).as(answer.statusCode() + " " + answer.body()).isNotNull();
        assertThat(response.get("content").propertyNames()).containsExactly(type);
        JsonNode schema = response.get("content").get(type).get("schema");
        if (operation.output() instanceof Output.Document) {
            return;
        }
        List<String> bodies =
                operation.output() instanceof Output.Lines
                        ? answer.body().lines().filter(line -> !line.isEmpty()).toList()
                        : List.of(answer.body());
        for (String body : bodies) {
            assertThat(
                            new JsonSchemaCheck(document)
                                    .errors(JsonMapper.shared().readTree(body), schema))
                    .as(body)
                    .isEmpty();
        }
    }

    @Test
    void problemsFitTheirSchema() {
        JsonNode document = document();
        JsonNode schema = document.at("/components/schemas/Problem");

        for (HttpResponse<String> answer :
                List.of(
                        server.get("", "/v1/version"),
                        server.get(server.adminToken(), "/nowhere"),
                        server.post(
                                server.adminToken(),
                                "/v1/projects/shop/environments/none/plan",
                                request()))) {
            assertThat(
                            new JsonSchemaCheck(document)
                                    .errors(JsonMapper.shared().readTree(answer.body()), schema))
                    .as(answer.body())
                    .isEmpty();
        }
    }

    @Test
    void readsRequestsStrictly() {
        String plan = "/v1/projects/shop/environments/test/plan";

        assertBad(server.post(server.adminToken(), plan, "{"), "request.malformed", "line 1");
        assertBad(server.post(server.adminToken(), plan, "[]"), "request.malformed", "object");
        assertBad(
                server.post(server.adminToken(), plan, "{\"commit\":\"x\"}"),
                "request.member-missing",
                "'tags'");
        assertBad(
                server.post(
                        server.adminToken(),
                        plan,
                        "{\"commit\":\"x\",\"tags\":{},\"secrets\":{},\"force\":true}"),
                "request.malformed",
                "'force'");
        assertBad(
                server.post(
                        server.adminToken(),
                        plan,
                        "{\"commit\":\"x\",\"commit\":\"y\",\"tags\":{},\"secrets\":{}}"),
                "request.malformed",
                "JSON");
        HttpResponse<String> secret =
                server.post(
                        server.adminToken(),
                        plan,
                        "{\"commit\":\"x\",\"tags\":{},\"secrets\":{\"a\":{\"very\":\"hush\"}}}");
        assertBad(secret, "request.malformed", "wrong kind");
        assertThat(secret.body()).doesNotContain("hush");
    }

    @Test
    void refusesBodiesThatAreTooLargeOrOfAnotherKind() {
        String plan = "/v1/projects/shop/environments/test/plan";

        HttpIntegrationTests.assertProblem(
                server.post(server.adminToken(), plan, " ".repeat(2 * 1024 * 1024)),
                413,
                "request.too-large");
        HttpIntegrationTests.assertProblem(
                server.send(
                        server.request(server.adminToken(), plan)
                                .header("Content-Type", "application/json")
                                .POST(
                                        HttpRequest.BodyPublishers.ofInputStream(() ->
                                                new java.io.ByteArrayInputStream(
                                                        new byte[2 * 1024 * 1024])))),
                413,
                "request.too-large");
        HttpIntegrationTests.assertProblem(
                server.post(server.adminToken(), plan, new byte[10]),
                415,
                "request.wrong-media-type");
    }

    @Test
    void refusesNamesThatCanBeNone() {
        assertBad(
                server.get(server.adminToken(), "/v1/projects/Shop_1/status"),
                "request.bad-project",
                "Project name");
        assertBad(
                server.get(server.adminToken(), "/v1/projects/shop/environments/-x/releases"),
                "request.bad-environment",
                "Environment name");
    }

    private static void assertBad(HttpResponse<String> answer, String code, String part) {
        HttpIntegrationTests.assertProblem(answer, 400, code);
        assertThat(JsonMapper.shared().readTree(answer.body()).get("detail").asString())
                .contains(part);
    }

    private static Stream<Operation> operations() {
        return server.bean(OperationTable.class).operations().stream();
    }

    private static Permission permission(Operation operation) {
        return switch (operation.requirement()) {
            case Requirement.Known() -> null;
            case Requirement.InProject(var permission, _) -> permission.orElse(null);
            case Requirement.SomewhereInProject(var permission) -> permission;
            case Requirement.OnServer(var permission) -> permission;
        };
    }

    private static List<String> withoutRightTo(Operation operation) {
        List<String> tokens =
                TOKENS.entrySet().stream()
                        .filter(entry -> entry.getKey() != permission(operation))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toCollection(ArrayList::new));
        tokens.add(nobody);
        return tokens;
    }

    private static HttpResponse<String> call(Operation operation, String token) {
        String path =
                operation
                        .path()
                        .replace("{project}", "shop")
                        .replace("{environment}", "test")
                        .replace("{service}", "web")
                        .replace("{commit}", commit)
                        .replace("{id}", job);
        HttpRequest.Builder request = server.request(token, path);
        return switch (operation.input()) {
            case Input.None() ->
                    server.send(
                            request.method(
                                    operation.verb().name(), HttpRequest.BodyPublishers.noBody()));
            case Input.Json(var type) ->
                    server.send(
                            request.header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    type.getSimpleName().equals("DeployRequest")
                                                            ? request()
                                                            : "{\"release\":1}")));
            case Input.Binary(var mediaType, _) ->
                    server.send(
                            request.header("Content-Type", mediaType)
                                    .POST(
                                            HttpRequest.BodyPublishers.ofByteArray(
                                                    bytes(mediaType))));
        };
    }

    private static byte[] bytes(String mediaType) {
        try {
            return mediaType.equals("application/octet-stream")
                    ? repo.bundle()
                    : "archive".getBytes(StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String request() {
        return "{\"commit\":\"%s\",\"tags\":{\"app\":\"v1\"},\"secrets\":{}}".formatted(commit);
    }

    private static JsonNode document() {
        return JsonMapper.shared()
                .readTree(server.get(server.adminToken(), "/v1/openapi.json").body());
    }
}
