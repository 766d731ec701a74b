package dev.modmon.server.operation;

/// A parameter behind the `?`.
///
/// @param kind what it must look like
public record Query(String name, Kind kind, String summary) {
    /// What a value looks like.
    public enum Kind {
        TEXT,
        FLAG,
        NUMBER
    }
}
