package dev.modmon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpIntegrationTests {
    @TempDir static Path directory;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(server.state().resolve("server.json")).doesNotExist();
    }

    @Test
    void tellsAKnownCallerItsVersion() {
        HttpResponse<String> answer = server.get(server.adminToken(), "/v1/version");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("api").asInt()).isEqualTo(1);
    }

    @Test
    void asksForATokenFirst() {
        HttpResponse<String> answer = server.get("", "/v1/version");

        assertProblem(answer, 401, "token.missing-or-expired");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void takesNoTokenThatItDidNotIssue() {
        assertProblem(server.get("A".repeat(43), "/v1/version"), 401, "token.missing-or-expired");
    }

    @Test
    void answersUnknownAddressesWithAProblem() {
        assertProblem(server.get(server.adminToken(), "/nothing"), 404, "request.unknown-path");
        assertProblem(server.get(server.adminToken(), "/"), 404, "request.unknown-path");
    }

    @Test
    void namesTheMethodsOfAnAddressThatIsCalledByAnother() {
        HttpResponse<String> answer = server.post(server.adminToken(), "/v1/version", "{}");

        assertProblem(answer, 405, "request.wrong-method");
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void refusesParametersThatItDoesNotKnow() {
        assertProblem(
                server.get(server.adminToken(), "/v1/version?verbose=true"),
                400,
                "request.bad-parameter");
    }

    @Test
    void refusesWebPages() {
        HttpRequest.Builder request =
                server.request(server.adminToken(), "/v1/version")
                        .header("Origin", "http://127.0.0.1:7180")
                        .GET();

        assertProblem(server.send(request), 403, "request.from-browser");
    }

    @Test
    void refusesToBeCalledByAForeignName() throws IOException {
        String answer =
                raw(
                        "GET /v1/version HTTP/1.1\r\nHost: evil.example:7180\r\nAuthorization: Bearer "
                                + server.adminToken()
                                + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("request.foreign-host");
    }

    @Test
    void answersWhatIsNoHttpRequestWithAProblemToo() throws IOException {
        String answer = raw("GET /a b HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("request.refused")
                .doesNotContain("Tomcat");
    }

    @Test
    void recordsRefusalsInTheAuditLog() throws IOException {
        server.get("B".repeat(43), "/v1/openapi.json");

        assertThat(Files.readAllLines(server.state().resolve("audit.jsonl")))
                .map(line -> JsonMapper.shared().readTree(line))
                .anySatisfy(entry -> {
                    assertThat(entry.get("operation").asString()).isEqualTo("openapi");
                    assertThat(entry.get("outcome").asString()).isEqualTo("refused");
                });
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.apiPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo("urn:modmon:problem:" + code);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
