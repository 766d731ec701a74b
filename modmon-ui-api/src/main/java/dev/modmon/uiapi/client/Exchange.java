package dev.modmon.uiapi.client;

import dev.modmon.core.api.DoorAnswer;
import dev.modmon.core.api.Problem;
import dev.modmon.uiapi.http.HttpConnection;
import dev.modmon.uiapi.http.HttpFormatException;
import dev.modmon.uiapi.http.HttpRequest;
import dev.modmon.uiapi.http.HttpResponse;
import dev.modmon.uiapi.json.RecordJson;
import dev.modmon.uiapi.tunnel.ConnectionLostException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Requests and answers: with the token, over a connection that works, and with the server's refusals as exceptions.
final class Exchange {
    private static final int MAXIMUM_ANSWER = 16 * 1024 * 1024;
    private static final int MAXIMUM_LINE = 1024 * 1024;
    private static final int UNAUTHORIZED = 401;

    private final Access access;

    Exchange(Access access) {
        this.access = access;
    }

    /// Sends a request and reads its whole answer.
    ///
    /// @param patience how long the server may think
    /// @throws ProblemException when it says no
    /// @throws ConnectionLostException when no answer comes
    /// @throws InvalidAnswerException when the answer is none
    <T> T ask(HttpRequest request, Duration patience, Class<T> type) {
        boolean mayRepeat = true;
        while (true) {
            DoorAnswer door = access.door();
            Access.Lease lease = access.connection();
            try {
                Answer answer = once(lease.connection(), authorized(request, door), patience);
                if (answer.success()) {
                    return readWhole(request, answer.body(), type);
                }
                if (answer.status() != UNAUTHORIZED || !mayRepeat) {
                    throw refusal(request, answer);
                }
                access.forget(door);
            } catch (IOException e) {
                if (!mayRepeat || !lease.used() || !isHarmless(request)) {
                    throw failure(request, e);
                }
                // The server closed it while it was idle, and perhaps others.
                access.dropIdle();
            } finally {
                access.giveBack(lease.connection());
            }
            mayRepeat = false;
        }
    }

    /// Sends a request and hands over its answer line by line, for as long as lines come.
    ///
    /// @throws ProblemException when the server says no
    /// @throws ConnectionLostException when it broke off before its end
    /// @throws InvalidAnswerException when the answer is none
    <T> void follow(HttpRequest request, Class<T> type, Consumer<T> consumer) {
        DoorAnswer door = access.door();
        Answer refused = followOnce(request, door, type, consumer);
        if (refused != null && refused.status() == UNAUTHORIZED) {
            access.forget(door);
            refused = followOnce(request, access.door(), type, consumer);
        }
        if (refused != null) {
            throw refusal(request, refused);
        }
    }

    private static boolean isHarmless(HttpRequest request) {
        return request.method().equals("GET");
    }

    private static HttpRequest authorized(HttpRequest request, DoorAnswer door) {
        return request.withHeader("Authorization", "Bearer " + door.token());
    }

    private static Answer once(HttpConnection connection, HttpRequest request, Duration patience)
            throws IOException {
        connection.readTimeout(patience);
        return Answer.of(connection.send(request));
    }

    /// @return the answer when it is a refusal
    private <T> @Nullable Answer followOnce(
            HttpRequest request, DoorAnswer door, Class<T> type, Consumer<T> consumer) {
        try (HttpConnection connection = access.ownConnection()) {
            HttpResponse response = connection.send(authorized(request, door));
            if (!response.isSuccess()) {
                return Answer.of(response);
            }
            // Silence means that nothing happens; the session itself notices a node that is gone.
            connection.readTimeout(Duration.ZERO);
            LineReader lines = new LineReader(response.body(), MAXIMUM_LINE);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                T value = read(request, line, type);
                if (value != null) {
                    consumer.accept(value);
                }
            }
            return null;
        } catch (IOException e) {
            throw failure(request, e);
        }
    }

    private RuntimeException refusal(HttpRequest request, Answer answer) {
        if (!answer.contentType().startsWith("application/problem+json")) {
            return invalid(
                    request, "status %d, without saying why".formatted(answer.status()), null);
        }
        return new ProblemException(readWhole(request, answer.body(), Problem.class));
    }

    private <T> T readWhole(HttpRequest request, byte[] bytes, Class<T> type) {
        T value = read(request, bytes, type);
        if (value == null) {
            throw invalid(request, "it is no " + type.getSimpleName(), null);
        }
        return value;
    }

    /// Null is a kind of value that this client does not know yet.
    private <T> @Nullable T read(HttpRequest request, byte[] bytes, Class<T> type) {
        try {
            return RecordJson.read(bytes, type);
        } catch (IOException e) {
            throw invalid(request, String.valueOf(e.getMessage()), e);
        }
    }

    private RuntimeException failure(HttpRequest request, IOException e) {
        return switch (e) {
            case HttpFormatException malformed ->
                    invalid(request, String.valueOf(malformed.getMessage()), malformed);
            case InterruptedIOException _ -> {
                Thread.currentThread().interrupt();
                yield new CancellationException("Interrupted during '%s'.".formatted(request));
            }
            default -> new ConnectionLostException(access.node(), request.toString(), e);
        };
    }

    private InvalidAnswerException invalid(
            HttpRequest request, String why, @Nullable Throwable cause) {
        return new InvalidAnswerException(access.node(), request.toString(), why, cause);
    }

    private record Answer(int status, boolean success, String contentType, byte[] body) {
        static Answer of(HttpResponse response) throws IOException {
            return new Answer(
                    response.status(),
                    response.isSuccess(),
                    response.header("Content-Type").orElse(""),
                    response.bytes(MAXIMUM_ANSWER));
        }
    }
}
