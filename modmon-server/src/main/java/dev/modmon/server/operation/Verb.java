package dev.modmon.server.operation;

/// HTTP methods that operations use.
public enum Verb {
    GET,
    POST,
    DELETE
}
