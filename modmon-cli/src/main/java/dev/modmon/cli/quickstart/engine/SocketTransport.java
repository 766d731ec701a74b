package dev.modmon.cli.quickstart.engine;

import dev.modmon.uiapi.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// HTTP over a socket of this machine.
record SocketTransport(SocketChannel channel) implements Transport {
    @Override
    public InputStream input() {
        return Channels.newInputStream(channel);
    }

    @Override
    public OutputStream output() {
        return Channels.newOutputStream(channel);
    }

    /// The engine is on this machine: it answers, or the connection ends.
    @Override
    public void readTimeout(Duration timeout) {}

    @Override
    public void hangUp() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
