package dev.modmon.cli.quickstart.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.modmon.cli.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be tried on the real engine: swarms that others need.
class EngineIntegrationTests {
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>();
    private HttpServer server;
    private Engine engine;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        engine = at("tcp://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static Engine at(String host) {
        return new Engine(EngineAddress.from(Map.of("DOCKER_HOST", host)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(body.isEmpty() ? request : request + " " + body);
        String answer = answers.getOrDefault(request, "404 no such thing");
        byte[] text = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    @Test
    void knowsWhetherTheEngineIsInASwarmAndManagesIt() {
        answers.put(
                "GET /info",
                "200 {\"ServerVersion\":\"20.10\",\"Swarm\":{\"LocalNodeState\":\"inactive\"}}");
        assertThat(engine.info()).isEqualTo(new EngineInfo("20.10", false, false));

        answers.put(
                "GET /info",
                "200 {\"ServerVersion\":\"29\",\"Swarm\":{\"LocalNodeState\":\"active\",\"ControlAvailable\":true}}");
        assertThat(engine.info()).isEqualTo(new EngineInfo("29", true, true));
    }

    @Test
    void makesASwarmThatListensOnTheLoopbackAddressOnly() {
        answers.put("POST /swarm/init", "200 \"id\"");

        engine.initSwarm();

        assertThat(asked.getFirst())
                .startsWith("POST /swarm/init ")
                .contains("\"ListenAddr\":\"127.0.0.1:2377\"", "\"AdvertiseAddr\":\"127.0.0.1\"");
    }

    @Test
    void saysWhatTheEngineRefuses() {
        answers.put(
                "POST /swarm/init", "503 {\"message\":\"this node is already part of a swarm\"}");

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(engine::initSwarm)
                .withMessage("The Docker engine refuses 'POST /swarm/init' with status 503.")
                .satisfies(
                        failure -> assertThat(failure.hint()).contains("already part of a swarm"));
    }

    @Test
    void removingWhatIsGoneIsNoFailure() {
        engine.removeService("gone");
        assertThat(engine.removeImage("gone:v1")).isTrue();

        answers.put("DELETE /images/used:v1", "409 {\"message\":\"in use\"}");
        assertThat(engine.removeImage("used:v1")).isFalse();
    }

    @Test
    void looksForAStackByItsLabel() {
        String filter = "%7B%22label%22%3A%5B%22com.docker.stack.namespace%3Da-b%22%5D%7D";
        answers.put("GET /services?filters=" + filter, "200 [{\"Spec\":{\"Name\":\"a-b_web\"}}]");
        answers.put("GET /volumes?filters=" + filter, "200 {\"Volumes\":null}");

        assertThat(engine.servicesOf("a-b")).containsExactly("a-b_web");
        assertThat(engine.volumesOf("a-b")).isEmpty();
    }

    @Test
    void isSilentWhereNobodyListens(@TempDir Path folder) {
        server.stop(0);

        assertThat(engine.state()).isEqualTo(new EngineState.Silent());
        assertThat(at("unix://" + folder.resolve("none.sock")).state())
                .isEqualTo(new EngineState.Silent());
    }

    @Test
    void refusesAddressesThatAreNotOfThisMachine() {
        for (String host : List.of("ssh://me@there", "tcp://there", "there:2375", "unix:", "%")) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> at(host))
                    .withMessageContaining(host);
        }
    }
}
