package dev.modmon.server.operation;

/// What an operation answers when all is well.
public sealed interface Output {
    /// One JSON value of this type.
    record Json(int status, Class<?> type) implements Output {}

    /// JSON values of this type, one a line, as they come.
    record Lines(Class<?> type) implements Output {}

    /// A JSON document that was made before.
    record Document() implements Output {}
}
