package dev.modmon.server.operation;

import java.io.IOException;

/// What a handler answers; of the kind that its [Output] announces.
public sealed interface Reply {
    /// One value.
    record Value(Object value) implements Reply {}

    /// Values as they come. The connection ends when the source returns.
    record Lines(Source source) implements Reply {}

    /// A JSON document that was made before.
    record Document(byte[] json) implements Reply {}

    /// Where lines come from.
    @FunctionalInterface
    interface Source {
        void writeTo(Sink sink) throws IOException, InterruptedException;
    }

    /// Where lines go.
    interface Sink {
        /// May be sent only later.
        ///
        /// @throws IOException when the client is gone
        void line(Object value) throws IOException;

        /// Sends what was written so far.
        ///
        /// @throws IOException when the client is gone
        void flush() throws IOException;

        /// Sends an empty line: shows whether the client is still there.
        ///
        /// @throws IOException when it is gone
        void beat() throws IOException;
    }
}
