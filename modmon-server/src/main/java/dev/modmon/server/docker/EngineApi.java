package dev.modmon.server.docker;

import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.modmon.server.rollout.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// The engine's HTTP API as JSON trees, over docker-java's transport.
///
/// Trees and not docker-java's classes, because those know only a part of a service's spec (neither
/// sysctls, capabilities nor preferences), and an update that leaves a field out removes it.
final class EngineApi implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String host;
    private final DockerHttpClient calls;
    private final DockerHttpClient streams;
    private volatile @Nullable SpokenApi spoken;

    /// Contacts nothing yet.
    EngineApi(URI host) {
        this.host = host.toString();
        this.calls = client(host, ANSWER_TIMEOUT);
        this.streams = client(host, Duration.ZERO);
    }

    private static DockerHttpClient client(URI host, Duration answerTimeout) {
        return new ApacheDockerHttpClient.Builder()
                .dockerHost(host)
                .connectionTimeout(CONNECT_TIMEOUT)
                .responseTimeout(answerTimeout)
                .build();
    }

    /// Asks the engine once, and again after a failure.
    SpokenApi spoken() {
        SpokenApi known = spoken;
        if (known == null) {
            String operation = "ask the engine for its version";
            known =
                    SpokenApi.negotiate(
                            host, json(operation, Request.Method.GET, "/version", null));
            spoken = known;
        }
        return known;
    }

    /// @param operation completes "Cannot …", for the error
    JsonNode get(String operation, EnginePath path) {
        return json(operation, Request.Method.GET, versioned(path), null);
    }

    JsonNode post(String operation, EnginePath path, JsonNode body) {
        return json(operation, Request.Method.POST, versioned(path), body);
    }

    void delete(String operation, EnginePath path) {
        json(operation, Request.Method.DELETE, versioned(path), null);
    }

    /// An answer without an end; closing it from any thread ends it.
    Response stream(String operation, EnginePath path) {
        Request request =
                Request.builder().method(Request.Method.GET).path(versioned(path)).build();
        return answer(operation, streams, request);
    }

    /// Sends an archive, however long the engine takes with it.
    ///
    /// @return the engine's messages in their order
    List<JsonNode> upload(String operation, EnginePath path, InputStream archive) {
        Request request =
                Request.builder()
                        .method(Request.Method.POST)
                        .path(versioned(path))
                        .putHeader("Content-Type", "application/x-tar")
                        .body(archive)
                        .build();
        try (Response response = answer(operation, streams, request);
                var messages =
                        JSON.readerFor(JsonNode.class).<JsonNode>readValues(response.getBody())) {
            return messages.readAll();
        } catch (JacksonException failure) {
            throw unreachable(operation, failure);
        }
    }

    private String versioned(EnginePath path) {
        return spoken().prefix() + path;
    }

    private JsonNode json(
            String operation, Request.Method method, String path, @Nullable JsonNode body) {
        Request.Builder request = Request.builder().method(method);
        request.path(path);
        if (body != null) {
            request.putHeader("Content-Type", "application/json")
                    .bodyBytes(JSON.writeValueAsBytes(body));
        }
        try (Response response = answer(operation, calls, request.build())) {
            return read(response.getBody());
        } catch (IOException | JacksonException failure) {
            throw unreachable(operation, failure);
        }
    }

    private Response answer(String operation, DockerHttpClient client, Request request) {
        Response response;
        try {
            response = client.execute(request);
        } catch (RuntimeException failure) {
            throw unreachable(operation, failure);
        }
        if (response.getStatusCode() < 400) {
            return response;
        }
        try (response) {
            JsonNode error = read(response.getBody());
            throw EngineRefusal.of(operation, response.getStatusCode(), error);
        } catch (IOException | JacksonException failure) {
            throw unreachable(operation, failure);
        }
    }

    /// The engine answers some requests with an empty body.
    private static JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
    }

    private PlatformException unreachable(String operation, Exception failure) {
        Throwable cause = failure.getCause() instanceof IOException io ? io : failure;
        return new PlatformException(
                PlatformException.Kind.UNAVAILABLE,
                "Cannot %s: the engine at %s does not answer (%s). Is it running, and may this user reach it?"
                        .formatted(operation, host, cause.getMessage()),
                failure);
    }

    @Override
    public void close() {
        for (DockerHttpClient client : new DockerHttpClient[] {calls, streams}) {
            try {
                client.close();
            } catch (IOException ignored) {
                // Nothing more can be done about a connection that does not close.
            }
        }
    }
}
