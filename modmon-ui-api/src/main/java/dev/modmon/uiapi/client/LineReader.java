package dev.modmon.uiapi.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of bytes, each as soon as it is there. Empty ones are left out, and so is what stands behind the last end of
/// line: such a line is not complete.
final class LineReader {
    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[8192];
    private int start;
    private int end;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /// Null at the end.
    byte @Nullable [] next() throws IOException {
        while (true) {
            int newline = indexOfNewline();
            if (newline < 0) {
                if (!fill()) {
                    return null;
                }
            } else if (newline == start) {
                start++;
            } else {
                byte[] line = Arrays.copyOfRange(buffer, start, newline);
                start = newline + 1;
                return line;
            }
        }
    }

    private int indexOfNewline() {
        for (int i = start; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        end -= start;
        System.arraycopy(buffer, start, buffer, 0, end);
        start = 0;
        if (end == buffer.length) {
            if (end >= limit) {
                throw new IOException("a line has more than %d bytes".formatted(limit));
            }
            buffer = Arrays.copyOf(buffer, Math.min(limit, 2 * buffer.length));
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }
}
