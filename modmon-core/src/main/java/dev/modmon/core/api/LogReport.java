package dev.modmon.core.api;

/// One line that a task of a service wrote.
///
/// @param task such as `web.1`
/// @param node name of the node it ran on
/// @param stream `stdout` or `stderr`
/// @param at RFC 3339, UTC
public record LogReport(String task, String node, String stream, String at, String line) {}
