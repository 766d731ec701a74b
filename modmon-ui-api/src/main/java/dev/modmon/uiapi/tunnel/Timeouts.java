package dev.modmon.uiapi.tunnel;

import java.time.Duration;

/// How long to wait for a node.
///
/// @param connect for its address to answer
/// @param login from there until it took a key, which may include a person who confirms
/// @param answer for the head of an answer of its API, and between two pieces of an answer that is not a live stream
public record Timeouts(Duration connect, Duration login, Duration answer) {
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(2));
}
