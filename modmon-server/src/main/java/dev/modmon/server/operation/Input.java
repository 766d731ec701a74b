package dev.modmon.server.operation;

/// What a request carries.
public sealed interface Input {
    /// No body.
    record None() implements Input {}

    /// One JSON value of this type.
    record Json(Class<?> type) implements Input {
        /// Larger bodies are refused: 1 MiB.
        public static final int MAX_BYTES = 1024 * 1024;
    }

    /// Bytes.
    record Binary(String mediaType, long maxBytes) implements Input {}
}
