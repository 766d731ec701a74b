package dev.modmon.uiapi.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An answer whose body is read while it comes.
///
/// To be closed; the connection takes its next request once the body was read to its end.
public final class HttpResponse implements AutoCloseable {
    private final int status;
    private final Map<String, String> headers;
    private final InputStream body;

    HttpResponse(int status, Map<String, String> headers, InputStream body) {
        this.status = status;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.body = body;
    }

    public int status() {
        return status;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// Repeated headers are joined with commas.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// Ends where the framing of the answer says; an [java.io.EOFException] tells that it broke off before.
    public InputStream body() {
        return body;
    }

    /// The whole body.
    ///
    /// @throws HttpFormatException when there is more than the limit
    public byte[] bytes(int limit) throws IOException {
        byte[] read = body.readNBytes(limit);
        if (read.length == limit && body.read() >= 0) {
            throw new HttpFormatException("its body has more than %d bytes".formatted(limit));
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    @Override
    public String toString() {
        return "HttpResponse[" + status + "]";
    }
}
