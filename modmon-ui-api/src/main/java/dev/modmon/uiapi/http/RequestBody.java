package dev.modmon.uiapi.http;

import java.io.InputStream;

/// What a request carries.
public sealed interface RequestBody {
    static RequestBody none() {
        return new None();
    }

    static RequestBody json(byte[] content) {
        return new Bytes("application/json", content);
    }

    static RequestBody binary(InputStream content) {
        return new Streamed("application/octet-stream", content);
    }

    /// Nothing.
    record None() implements RequestBody {}

    /// A few bytes; they can be sent again.
    record Bytes(String contentType, byte[] content) implements RequestBody {
        /// The content stays out of every log: it may hold secrets.
        @Override
        public String toString() {
            return "Bytes[%s, %d]".formatted(contentType, content.length);
        }
    }

    /// Content of unknown length, sent in chunks once the server says that it wants it. Not closed by whoever sends it.
    record Streamed(String contentType, InputStream content) implements RequestBody {}
}
