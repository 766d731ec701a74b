package dev.modmon.uiapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.modmon.core.api.CommitReport;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.api.JobEvent;
import dev.modmon.core.api.LogReport;
import dev.modmon.core.api.Outcome;
import dev.modmon.core.api.VersionReport;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.uiapi.TestApi;
import dev.modmon.uiapi.tunnel.ConnectionLostException;
import dev.modmon.uiapi.tunnel.TunnelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterClientIntegrationTests {
    private static final ProjectName SHOP = new ProjectName("shop");
    private static final EnvironmentName PRODUCTION = new EnvironmentName("production");
    private static final String COMMIT = "0123456789012345678901234567890123456789";
    private static final String VERSION =
            "{\"version\":\"0.1.0\",\"api\":1,\"engine\":\"20.10.24\",\"somethingNew\":[1]}";
    private static final String FORBIDDEN =
            "{\"type\":\"urn:modmon:problem:x\",\"title\":\"No\",\"status\":%d,\"detail\":\"You may not.\",\"code\":\"x\",\"hint\":\"Ask.\"}";

    private final TestApi api = TestApi.start();
    private final List<PlainTunnel> tunnels = new CopyOnWriteArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final ClusterClient client =
            ClusterClient.of(
                    PlainTunnel.NODE, this::open, now::get, pauses::add, Duration.ofSeconds(20));

    private PlainTunnel open() {
        PlainTunnel tunnel = new PlainTunnel(api.port());
        tunnels.add(tunnel);
        return tunnel;
    }

    @AfterEach
    void stop() {
        client.close();
        api.close();
    }

    @Test
    void asksOverOneTunnelAndOneConnection() {
        api.answering("/v1/version", 200, VERSION);

        assertThat(client.version()).isEqualTo(new VersionReport("0.1.0", 1, "20.10.24"));
        assertThat(client.version()).isEqualTo(new VersionReport("0.1.0", 1, "20.10.24"));
        assertThat(client.user()).isEqualTo("sarah");
        assertThat(tunnels).hasSize(1);
        assertThat(tunnels.getFirst().connections()).isEqualTo(1);
        assertThat(api.requests())
                .containsExactly(
                        "GET /v1/version Bearer token-1", "GET /v1/version Bearer token-1");
    }

    @Test
    void asksTheDoorAgainBeforeATokenIsTooOld() {
        api.answering("/v1/version", 200, VERSION);
        client.version();
        now.set(now.get().plusSeconds(89));
        client.version();
        now.set(now.get().plusSeconds(1));
        client.version();

        assertThat(api.requests())
                .extracting(request -> request.replaceAll(".* ", ""))
                .containsExactly("token-1", "token-1", "token-2");
    }

    @Test
    void usesNoConnectionThatWasIdleForLong() {
        api.answering("/v1/version", 200, VERSION);
        client.version();
        now.set(now.get().plusSeconds(6));
        client.version();

        assertThat(tunnels.getFirst().connections()).isEqualTo(2);
    }

    @Test
    void triesOnceMoreWithAFreshTokenWhenOneIsRefused() {
        api.on(
                "/v1/version",
                exchange -> {
                    String token = exchange.getRequestHeaders().getFirst("Authorization");
                    boolean fresh = token.equals("Bearer token-2");
                    TestApi.answer(
                            exchange,
                            fresh ? 200 : 401,
                            fresh ? VERSION : FORBIDDEN.formatted(401));
                });

        assertThat(client.version().version()).isEqualTo("0.1.0");
    }

    @Test
    void saysThatItIsNotPermitted() {
        api.answering("/v1/version", 401, FORBIDDEN.formatted(401));
        api.answering("/v1/jobs", 403, FORBIDDEN.formatted(403));

        var unknown = catchThrowableOfType(ProblemException.class, client::version);
        assertThat(unknown.isNotPermitted()).isTrue();
        assertThat(unknown).hasMessage("You may not. Ask.");
        var known = catchThrowableOfType(ProblemException.class, () -> client.job("1"));
        assertThat(known.isNotPermitted()).isTrue();
        assertThatThrownBy(() -> client.followJob("1", _ -> {}))
                .isInstanceOf(ProblemException.class);
        assertThat(api.requests()).hasSize(4);
    }

    @Test
    void handsOverTheDiagnosticsOfAnInvalidConfiguration() {
        api.answering(
                "/v1/projects/shop/environments/production/plan",
                422,
                """
                {"type":"t","title":"Invalid","status":422,"detail":"One error.","code":"c","hint":"",
                 "diagnostics":[{"severity":"error","code":"a.b","file":"modmon.yaml","line":3,"column":5,
                                 "message":"No.","hint":""}]}
                """);
        var request = new DeployRequest(COMMIT, Map.of(), Map.of(), null);

        var problem =
                catchThrowableOfType(
                        ProblemException.class, () -> client.plan(SHOP, PRODUCTION, request));
        assertThat(problem.isInvalidConfiguration()).isTrue();
        assertThat(problem.diagnostics()).hasSize(1);
        assertThat(problem.diagnostics().getFirst().line()).isEqualTo(3);
    }

    @Test
    void readsStatusWithWhatMayBeAbsent() {
        api.answering(
                "/v1/projects/shop/status",
                200,
                """
                {"project":"shop","cluster":{"server":"1","engine":"2","readyNodes":1,"nodes":1},"healthy":true,
                 "environments":[{"name":"production","release":null,"commit":null,"rollout":null,"services":[
                   {"name":"web","image":"app","desired":1,"running":1,"release":7,"ports":[],"note":""}]}]}
                """);

        var status = client.status(SHOP, PRODUCTION);
        assertThat(status.environments().getFirst().release()).isNull();
        assertThat(status.environments().getFirst().services().getFirst().release()).isEqualTo(7);
        assertThat(api.requests().getFirst())
                .startsWith("GET /v1/projects/shop/status?environment=production ");
    }

    @Test
    void sendsRequestsAsJson() {
        AtomicReference<String> body = new AtomicReference<>();
        api.on(
                "/v1/projects/shop/environments/production/",
                exchange -> {
                    body.set(text(exchange));
                    TestApi.answer(
                            exchange,
                            202,
                            """
                            {"id":"j1","kind":"deploy","project":"shop","environment":"production",
                             "user":"sarah","state":"queued","result":null}
                            """);
                });

        assertThat(
                        client.deploy(
                                        SHOP,
                                        PRODUCTION,
                                        new DeployRequest(
                                                COMMIT, Map.of("app", "v2"), Map.of(), "why"))
                                .id())
                .isEqualTo("j1");
        assertThat(body.get())
                .contains("\"commit\":\"" + COMMIT, "{\"app\":\"v2\"}", "\"message\":\"why\"");
        client.rollback(SHOP, PRODUCTION, 4L, null);
        assertThat(body.get()).contains("\"release\":4");
    }

    @Test
    void handsOverABundleAndImages() {
        AtomicReference<String> body = new AtomicReference<>();
        api.on(
                "/v1/projects/shop/commits",
                exchange -> {
                    body.set(text(exchange));
                    TestApi.answer(
                            exchange, 200, "{\"commit\":\"c\",\"known\":true,\"have\":[\"c\"]}");
                });
        api.on(
                "/v1/images",
                exchange -> {
                    body.set(text(exchange));
                    TestApi.answer(exchange, 200, "{\"loaded\":[\"app:v1\"]}");
                });

        assertThat(client.sendBundle(SHOP, bytes("bundle")))
                .isEqualTo(new CommitReport("c", true, List.of("c")));
        assertThat(body).hasValue("bundle");
        assertThat(client.loadImage(bytes("tar")).loaded()).containsExactly("app:v1");
        assertThat(body).hasValue("tar");
        assertThat(client.commit(SHOP, new CommitId(COMMIT)).known()).isTrue();
    }

    @Test
    void removesAnEnvironment() {
        api.answering(
                "/v1/projects/shop/environments/production",
                200,
                "{\"removed\":[\"service web\"]}");

        assertThat(client.removeEnvironment(SHOP, PRODUCTION, true).removed())
                .containsExactly("service web");
        assertThat(api.requests().getFirst())
                .startsWith("DELETE /v1/projects/shop/environments/production?volumes=true ");
    }

    @Test
    void readsLogsLineByLine() {
        api.on(
                "/v1/projects/shop/environments/production/services/web/logs",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    String line =
                            "{\"task\":\"web.1\",\"node\":\"n\",\"stream\":\"stdout\",\"at\":\"t\",\"line\":\"%s\"}\n";
                    write(exchange, line.formatted("one").substring(0, 20));
                    write(exchange, line.formatted("one").substring(20));
                    write(exchange, line.formatted("two") + line.formatted("x".repeat(50_000)));
                });
        List<LogReport> lines = new ArrayList<>();
        client.logs(
                SHOP, PRODUCTION, new ServiceName("web"), new LogSelection(true, 5), lines::add);

        assertThat(lines).extracting(line -> line.line().length()).containsExactly(3, 3, 50_000);
        assertThat(api.requests().getFirst()).contains("/services/web/logs?follow=true&tail=5 ");
    }

    @Test
    void followsAJobToItsEnd() {
        api.on(
                "/v1/jobs/j1/events",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    write(exchange, phase("queued") + "\n{\"type\":\"from-the-future\",\"x\":1}\n");
                    write(exchange, phase("updating") + finished());
                });
        List<JobEvent> events = new ArrayList<>();
        client.followJob("j1", events::add);

        assertThat(events).hasSize(3);
        assertThat(events.getFirst()).isEqualTo(new JobEvent.Phase("t", "queued", "text"));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        JobEvent.Finished.class,
                        event -> assertThat(event.report().outcome()).isEqualTo(Outcome.COMPLETED));
        assertThat(pauses).isEmpty();
    }

    @Test
    void goesOnFollowingAJobWhenTheTunnelBreaksOffAndTellsEachEventOnce() {
        AtomicInteger connections = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        api.on(
                "/v1/jobs/j1/events",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    write(exchange, phase("queued") + phase("updating"));
                    switch (connections.incrementAndGet()) {
                        case 1 -> await(over);
                        case 2 -> tunnels.getLast().breakOff(); // before it told anything new
                        default -> write(exchange, phase("observing") + finished());
                    }
                });
        List<String> told = new ArrayList<>();
        client.followJob(
                "j1",
                new JobListener() {
                    @Override
                    public void happened(JobEvent event) {
                        told.add(event instanceof JobEvent.Phase phase ? phase.name() : "finished");
                        if (told.size() == 2) {
                            tunnels.getLast().breakOff();
                        }
                    }

                    @Override
                    public void reconnecting(TunnelException why, Duration pause) {
                        told.add("reconnecting");
                    }
                });
        over.countDown();

        assertThat(told)
                .containsExactly(
                        "queued",
                        "updating",
                        "reconnecting",
                        "reconnecting",
                        "observing",
                        "finished");
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(tunnels).hasSize(3);
    }

    @Test
    void goesOnFollowingAJobWhenTheServerStopsAndStartsAgain() {
        AtomicInteger connections = new AtomicInteger();
        api.on(
                "/v1/jobs/j1/events",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    boolean again = connections.incrementAndGet() > 1;
                    write(exchange, phase("queued") + (again ? finished() : ""));
                });
        List<JobEvent> events = new ArrayList<>();
        client.followJob("j1", events::add);

        assertThat(events).hasSize(2);
        assertThat(pauses).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void givesUpFollowingAServerThatStaysAway() {
        api.on("/v1/jobs/j1/events", exchange -> exchange.sendResponseHeaders(200, -1));

        assertThatThrownBy(() -> client.followJob("j1", _ -> {}))
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("modmon status");
        assertThat(pauses).hasSize(20).endsWith(Duration.ofSeconds(15));
    }

    @Test
    void saysThatTheConnectionBrokeOffDuringARequest() {
        api.on("/v1/version", exchange -> tunnels.getLast().breakOff());

        assertThatThrownBy(client::version)
                .isInstanceOf(ConnectionLostException.class)
                .hasMessageContaining("GET /v1/version");
    }

    @Test
    void opensAnotherTunnelWhenTheLastOneIsGone() {
        api.answering("/v1/version", 200, VERSION);
        client.version();
        tunnels.getFirst().breakOff();

        assertThat(client.version().version()).isEqualTo("0.1.0");
        assertThat(tunnels).hasSize(2);
    }

    @Test
    void refusesAnswersThatMakeNoSense() {
        api.answering("/v1/version", 200, "<html>");
        api.answering("/v1/jobs", 500, "oops");

        assertThatThrownBy(client::version)
                .isInstanceOf(InvalidAnswerException.class)
                .hasMessageContaining("GET /v1/version");
        assertThatThrownBy(() -> client.job("1")).isInstanceOf(InvalidAnswerException.class);
        assertThatThrownBy(() -> client.job("../version"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsWaitingWhenItsThreadIsInterruptedBetweenTwoAttempts() {
        ClusterClient impatient =
                ClusterClient.of(
                        PlainTunnel.NODE,
                        this::open,
                        now::get,
                        _ -> {
                            throw new InterruptedException();
                        },
                        Duration.ofSeconds(20));
        api.on("/v1/jobs/j1/events", exchange -> tunnels.getLast().breakOff());

        assertThatThrownBy(() -> impatient.followJob("j1", _ -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static String phase(String name) {
        return "{\"type\":\"phase\",\"at\":\"t\",\"name\":\"%s\",\"text\":\"text\"}\n"
                .formatted(name);
    }

    private static String finished() {
        return "{\"type\":\"finished\",\"at\":\"t\",\"report\":{\"outcome\":\"completed\",\"project\":\"shop\",\"environment\":\"production\",\"release\":1,\"reason\":\"\",\"seconds\":1.5,\"services\":[]}}\n";
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
