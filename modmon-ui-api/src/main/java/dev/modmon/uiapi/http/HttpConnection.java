package dev.modmon.uiapi.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One connection, for one request at a time, kept alive between them.
///
/// It never takes the end of the stream for the end of an answer: only `Content-Length` and chunks say
/// where that is. A large body is announced with `Expect: 100-continue`, so that a refusal comes before it
/// is sent.
public final class HttpConnection implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final int CONTINUE = 100;
    private static final int FIRST_REFUSAL = 400;
    private static final int MAXIMUM_INTERIM_ANSWERS = 8;

    private final String host;
    private final InputStream in;
    private final OutputStream out;
    private final Transport transport;

    private @Nullable FramedBody unread;
    private boolean reusable = true;

    /// @param host what the `Host` header says
    /// @param transport open; ends with the connection
    public HttpConnection(String host, Transport transport) {
        this.host = host;
        this.in = new BufferedInputStream(transport.input(), BUFFER);
        this.out = transport.output();
        this.transport = transport;
    }

    /// Whether another request may be sent: the answer before it was read to its end, and nothing went wrong.
    public boolean isIdle() {
        return reusable && (unread == null || unread.isAtEnd());
    }

    /// How long to wait for the next piece of an answer; zero for ever.
    public void readTimeout(Duration timeout) {
        transport.readTimeout(timeout);
    }

    /// Sends a request and waits for the head of its answer.
    ///
    /// @throws HttpFormatException when the answer is not one
    /// @throws EOFException when the connection ends before the head does
    public HttpResponse send(HttpRequest request) throws IOException {
        if (!isIdle()) {
            throw new IllegalStateException(
                    "The answer to the request before this one was not read to its end.");
        }
        reusable = false;
        ResponseHead head = exchange(request);
        FramedBody body = FramedBody.of(in, head, request.method());
        unread = body;
        reusable = !head.closesConnection();
        return new HttpResponse(head.status(), head.headers(), body);
    }

    @Override
    public void close() {
        reusable = false;
        transport.hangUp();
    }

    private ResponseHead exchange(HttpRequest request) throws IOException {
        RequestBody body = request.body();
        ByteArrayOutputStream head = head(request);
        if (body instanceof RequestBody.Streamed streamed) {
            write(head);
            ResponseHead interim = ResponseHead.read(in);
            if (interim.status() != CONTINUE) {
                return refusal(interim);
            }
            try {
                writeChunks(streamed.content());
            } catch (BodyCutOffException cutOff) {
                return lateRefusal(cutOff);
            }
        } else {
            if (body instanceof RequestBody.Bytes bytes) {
                head.writeBytes(bytes.content());
            }
            write(head);
        }
        return finalHead();
    }

    /// The server will not read the body that it was promised, so nothing else can follow on this connection.
    private static ResponseHead refusal(ResponseHead head) throws IOException {
        if (head.isInterim()) {
            throw new HttpFormatException(
                    "status %d where 100 or a refusal was due".formatted(head.status()));
        }
        return head.closingConnection();
    }

    /// A server that has enough of a body answers and hangs up; its answer says more than the broken pipe.
    private ResponseHead lateRefusal(BodyCutOffException cutOff) throws IOException {
        try {
            ResponseHead head = finalHead();
            if (head.status() >= FIRST_REFUSAL) {
                return head.closingConnection();
            }
        } catch (IOException nothingSaid) {
            cutOff.addSuppressed(nothingSaid);
        }
        throw cutOff;
    }

    private ResponseHead finalHead() throws IOException {
        for (int i = 0; i < MAXIMUM_INTERIM_ANSWERS; i++) {
            ResponseHead head = ResponseHead.read(in);
            if (!head.isInterim()) {
                return head;
            }
        }
        throw new HttpFormatException("it announces itself again and again");
    }

    private ByteArrayOutputStream head(HttpRequest request) {
        StringBuilder head = new StringBuilder(512);
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(host).append("\r\n");
        request.headers().forEach((name, value) -> line(head, name, value));
        // No pattern switch here: its first use takes longer than the whole exchange.
        if (request.body() instanceof RequestBody.Bytes bytes) {
            line(head, "Content-Type", bytes.contentType());
            line(head, "Content-Length", Integer.toString(bytes.content().length));
        } else if (request.body() instanceof RequestBody.Streamed streamed) {
            line(head, "Content-Type", streamed.contentType());
            line(head, "Transfer-Encoding", "chunked");
            line(head, "Expect", "100-continue");
        } else if (!request.method().equals("GET")) {
            line(head, "Content-Length", "0");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return bytes;
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private void write(ByteArrayOutputStream bytes) throws IOException {
        out.write(bytes.toByteArray());
        out.flush();
    }

    /// @throws BodyCutOffException when the other side does not take it
    private void writeChunks(InputStream content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            if (n > 0) {
                writeChunk(buffer, n);
            }
        }
        writeChunk(buffer, 0);
    }

    /// One of no bytes ends the body.
    private void writeChunk(byte[] bytes, int length) throws BodyCutOffException {
        try {
            out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, length);
            out.write(new byte[] {'\r', '\n'});
            if (length == 0) {
                out.flush();
            }
        } catch (IOException e) {
            throw new BodyCutOffException(e);
        }
    }

    private static final class BodyCutOffException extends IOException {
        BodyCutOffException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
