package dev.modmon.uiapi.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads lines that end with CRLF, up to a number of bytes in all.
final class HeadReader {
    private final InputStream in;
    private int left;

    HeadReader(InputStream in, int limit) {
        this.in = in;
        this.left = limit;
    }

    /// Without its CRLF. Bytes are read as ISO 8859-1, so that none of them is lost.
    String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            int next = read();
            if (next == '\n') {
                throw new HttpFormatException("a line ends with LF alone");
            }
            if (next == '\r') {
                if (read() != '\n') {
                    throw new HttpFormatException("there is a CR within a line");
                }
                return line.toString();
            }
            line.append((char) next);
        }
    }

    private int read() throws IOException {
        if (left-- == 0) {
            throw new HttpFormatException("its head is too long");
        }
        int next = in.read();
        if (next < 0) {
            throw new EOFException("The connection ended within the head of an answer.");
        }
        return next;
    }
}
