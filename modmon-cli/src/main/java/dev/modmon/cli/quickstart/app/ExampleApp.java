package dev.modmon.cli.quickstart.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// `counter` keeps a number in a file and adds one for each POST; `web` shows a page with that number; `probe` asks
/// whether the service in the same container is well, for its health check.
///
/// Its class file goes into an image by itself: it has no nested classes.
public final class ExampleApp {
    /// The port inside the container.
    public static final int PORT = 8080;

    private static final int TIMEOUT_MILLIS = 2000;

    private ExampleApp() {}

    public static void main(String[] words) throws IOException {
        String role = words.length == 1 ? words[0] : "";
        switch (role) {
            case "counter" -> serve(ExampleApp::count);
            case "web" -> serve(ExampleApp::page);
            case "probe" -> System.exit(isWell() ? 0 : 1);
            default -> {
                System.err.println("One word is wanted: counter, web or probe.");
                System.exit(2);
            }
        }
    }

    private static void serve(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(PORT), 0);
        server.createContext("/", handler);
        server.createContext("/health", ExampleApp::health);
        server.start();
        System.out.println("Version " + setting("VERSION", "?") + " listens on port " + PORT + ".");
    }

    private static void health(HttpExchange exchange) throws IOException {
        boolean broken = Boolean.parseBoolean(setting("BROKEN", "false"));
        answer(
                exchange,
                broken ? 503 : 200,
                "text/plain",
                broken ? "the payment gateway does not answer\n" : "well\n");
    }

    /// Says why it is not; the engine keeps that.
    private static boolean isWell() throws IOException {
        HttpURLConnection connection = open("http://127.0.0.1:" + PORT + "/health");
        boolean well = connection.getResponseCode() == 200;
        if (!well) {
            System.out.print(
                    new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return well;
    }

    private static synchronized void count(HttpExchange exchange) throws IOException {
        Path file = Path.of(setting("COUNTER_FILE", "/data/count"));
        long count = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        if (exchange.getRequestMethod().equals("POST")) {
            count++;
            Path fresh = file.resolveSibling("count.new");
            Files.writeString(fresh, count + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        answer(exchange, 200, "text/plain", count + "\n");
    }

    private static void page(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            answer(exchange, 404, "text/plain", "There is only one page here: /\n");
            return;
        }
        String page =
                """
                <!doctype html>
                <html lang="en">
                <title>Modmon quickstart</title>
                <style>body { font: 1.2em sans-serif; margin: 4em auto; max-width: 30em }</style>
                <h1>It works</h1>
                <p>This is version <b>%s</b> in the environment <b>%s</b>.</p>
                <p>The counter has counted <b>%s</b> visits.</p>
                </html>
                """
                        .formatted(
                                escaped(setting("VERSION", "?")),
                                escaped(setting("APP_ENV", "?")),
                                escaped(visit()));
        answer(exchange, 200, "text/html; charset=utf-8", page);
    }

    private static String visit() {
        try {
            HttpURLConnection connection = open(setting("COUNTER_URL", "http://counter:" + PORT));
            connection.setRequestMethod("POST");
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException away) {
            System.out.println("The counter does not answer: " + away.getMessage());
            return "no (it does not answer)";
        }
    }

    private static HttpURLConnection open(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
