package dev.modmon.server.rollout;

import java.time.Instant;

/// One line that a task wrote.
///
/// @param task such as `web.1`
/// @param node name of the node
/// @param stream `stdout` or `stderr`
public record LogLine(String task, String node, String stream, Instant at, String line) {}
