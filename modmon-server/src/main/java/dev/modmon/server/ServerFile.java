package dev.modmon.server;

import org.jspecify.annotations.Nullable;

/// `server.json` in the state directory: there while the server answers.
///
/// @param sshPort of the embedded endpoint; null when there is none
/// @param hostKey the embedded endpoint's, as `TYPE BASE64`; null when there is none
record ServerFile(
        long pid,
        int apiPort,
        @Nullable Integer sshPort,
        @Nullable String hostKey,
        String version) {
    static final String NAME = "server.json";
}
