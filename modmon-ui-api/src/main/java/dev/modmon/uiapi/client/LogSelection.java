package dev.modmon.uiapi.client;

/// Which lines of a service are wanted.
///
/// @param follow whether to wait for more
/// @param tail how many of the last lines of each task to begin with
public record LogSelection(boolean follow, int tail) {
    public LogSelection {
        if (tail < 0) {
            throw new IllegalArgumentException("The number of lines must not be negative.");
        }
    }

    String query() {
        return "?follow=%s&tail=%d".formatted(follow, tail);
    }
}
