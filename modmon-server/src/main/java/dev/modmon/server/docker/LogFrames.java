package dev.modmon.server.docker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The engine's log stream: frames of `stream, 0, 0, 0, length` and a line; or, when the container has a
/// terminal, bare lines.
final class LogFrames {
    private static final int STDERR = 2;

    /// The engine splits lines at 16 KiB; a longer frame is no frame.
    private static final int MAX_FRAME = 1 << 20;

    private final PushbackInputStream input;

    LogFrames(InputStream input) {
        this.input = new PushbackInputStream(input, 1);
    }

    /// One line with all its prefixes.
    record Frame(boolean stderr, String text) {}

    /// Null at the end.
    @Nullable Frame next() throws IOException {
        int first = input.read();
        if (first < 0) {
            return null;
        }
        if (first > STDERR) {
            input.unread(first);
            return new Frame(false, bareLine());
        }
        try {
            return frame(first == STDERR);
        } catch (EOFException cut) {
            return null;
        }
    }

    private Frame frame(boolean stderr) throws IOException {
        DataInputStream data = new DataInputStream(input);
        data.skipNBytes(3);
        int length = data.readInt();
        if (length < 0 || length > MAX_FRAME) {
            throw new IOException("A log frame of %d bytes.".formatted(length));
        }
        byte[] bytes = new byte[length];
        data.readFully(bytes);
        return new Frame(stderr, new String(bytes, StandardCharsets.UTF_8).stripTrailing());
    }

    private String bareLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = input.read();
                b >= 0 && b != '\n' && line.size() < MAX_FRAME;
                b = input.read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
