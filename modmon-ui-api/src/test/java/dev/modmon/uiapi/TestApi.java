package dev.modmon.uiapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server on a free port of the loopback address, with an answer for each path.
public final class TestApi implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private TestApi(HttpServer server) {
        this.server = server;
    }

    public static TestApi start() {
        try {
            var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
            TestApi api = new TestApi(HttpServer.create(address, 50));
            api.server.setExecutor(api.threads);
            api.server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Method, target and token of each request so far.
    public List<String> requests() {
        return requests;
    }

    public TestApi on(String path, HttpHandler handler) {
        server.createContext(
                path,
                exchange -> {
                    requests.add(
                            "%s %s %s"
                                    .formatted(
                                            exchange.getRequestMethod(),
                                            exchange.getRequestURI(),
                                            exchange.getRequestHeaders()
                                                    .getFirst("Authorization")));
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
        return this;
    }

    public TestApi answering(String path, int status, String json) {
        return on(path, exchange -> answer(exchange, status, json));
    }

    public static void answer(HttpExchange exchange, int status, String json) throws IOException {
        String type = status < 400 ? "application/json" : "application/problem+json";
        exchange.getResponseHeaders().set("Content-Type", type);
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
