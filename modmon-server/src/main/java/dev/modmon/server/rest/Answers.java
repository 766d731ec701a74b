package dev.modmon.server.rest;

import dev.modmon.core.api.Problem;
import dev.modmon.server.operation.Output;
import dev.modmon.server.operation.Reply;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.function.ServerResponse;

/// Replies as HTTP responses.
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String JSON = "application/json";
    private static final byte[] NEWLINE = {'\n'};

    private Answers() {}

    static ServerResponse of(Output output, Reply reply, WireJson json) {
        return switch (reply) {
            case Reply.Value(var value) when output instanceof Output.Json(var status, _) ->
                    bytes(status, JSON, json.write(value));
            case Reply.Document(var document) when output instanceof Output.Document() ->
                    bytes(200, JSON, document);
            case Reply.Lines(var source) when output instanceof Output.Lines(_) ->
                    lines(source, json);
            default -> throw new IllegalStateException("Announced %s.".formatted(output));
        };
    }

    static ServerResponse of(Problem problem, WireJson json) {
        return of(
                problem,
                problem.status() == 401 ? Map.of("WWW-Authenticate", "Bearer") : Map.of(),
                json);
    }

    static ServerResponse of(Problem problem, Map<String, String> headers, WireJson json) {
        return ServerResponse.status(problem.status())
                .headers(fields -> headers.forEach(fields::set))
                .build((_, response) -> {
                    send(response, "application/problem+json", json.write(problem));
                    return null;
                });
    }

    private static ServerResponse bytes(int status, String type, byte[] body) {
        return ServerResponse.status(status)
                .build((_, response) -> {
                    send(response, type, body);
                    return null;
                });
    }

    private static void send(HttpServletResponse response, String type, byte[] body)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static ServerResponse lines(Reply.Source source, WireJson json) {
        return ServerResponse.ok()
                .build((_, response) -> {
                    response.setHeader("Cache-Control", "no-store");
                    response.setHeader("X-Content-Type-Options", "nosniff");
                    response.setContentType("application/x-ndjson");
                    stream(source, new ResponseSink(response, json));
                    return null;
                });
    }

    /// The status is out already, so that a failure can only cut the stream: a client sees a chunked body
    /// without its end.
    private static void stream(Reply.Source source, ResponseSink sink) throws IOException {
        try {
            sink.flush();
            source.writeTo(sink);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CloseNowException();
        } catch (IOException e) {
            LOG.debug("A client left a stream.", e);
            throw new CloseNowException(e);
        } catch (RuntimeException e) {
            LOG.error("A stream broke off.", e);
            throw new CloseNowException(e);
        }
    }

    private record ResponseSink(HttpServletResponse response, WireJson json) implements Reply.Sink {
        @Override
        public void line(Object value) throws IOException {
            OutputStream out = response.getOutputStream();
            out.write(json.write(value));
            out.write(NEWLINE);
        }

        @Override
        public void flush() throws IOException {
            response.flushBuffer();
        }

        @Override
        public void beat() throws IOException {
            response.getOutputStream().write(NEWLINE);
            response.flushBuffer();
        }
    }
}
