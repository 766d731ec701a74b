package dev.modmon.cli.quickstart;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports of this machine that nobody listens on.
final class Ports {
    private static final int TRIES = 200;

    private Ports() {}

    /// The first free one.
    static int from(int first) {
        for (int port = first; port < first + TRIES; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port from %d on is free.".formatted(first));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // On all addresses, as the engine publishes it.
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
