package dev.modmon.uiapi.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The body of an answer: ends where its framing says (RFC 9112 sections 6 and 7), and fails when the stream
/// ends before that.
abstract sealed class FramedBody extends InputStream {
    /// What is left of an answer when it is closed is read up to this many bytes, to keep the connection.
    private static final int DRAINED = 64 * 1024;

    final InputStream in;
    private boolean atEnd;

    private FramedBody(InputStream in) {
        this.in = in;
    }

    static FramedBody of(InputStream in, ResponseHead head, String method)
            throws HttpFormatException {
        if (head.hasNoBody(method)) {
            return new Sized(in, 0);
        }
        if (head.isChunked()) {
            return new Chunked(in);
        }
        return new Sized(
                in,
                head.contentLength()
                        .orElseThrow(() ->
                                new HttpFormatException("it does not say where its body ends")));
    }

    /// At least one byte, or -1 at the end of the body.
    abstract int readSome(byte[] into, int offset, int length) throws IOException;

    /// Whether the next request may use the connection.
    boolean isAtEnd() {
        return atEnd;
    }

    void end() {
        atEnd = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        return atEnd ? -1 : readSome(into, offset, length);
    }

    int readFrom(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        if (read < 0) {
            throw new EOFException("The connection ended within an answer.");
        }
        return read;
    }

    /// Reads on only what is there already: an answer that is still being written is left alone.
    @Override
    public void close() throws IOException {
        byte[] waste = new byte[4096];
        int drained = 0;
        while (!atEnd && drained < DRAINED && in.available() > 0) {
            drained += Math.max(0, read(waste, 0, waste.length));
        }
    }

    private static final class Sized extends FramedBody {
        private long left;

        Sized(InputStream in, long length) {
            super(in);
            left = length;
            endWhenDone();
        }

        @Override
        int readSome(byte[] into, int offset, int length) throws IOException {
            int read = readFrom(into, offset, (int) Math.min(left, length));
            left -= read;
            endWhenDone();
            return read;
        }

        private void endWhenDone() {
            if (left == 0) {
                end();
            }
        }
    }

    private static final class Chunked extends FramedBody {
        private static final int LINE = 1024;
        private static final int TRAILERS = 8 * 1024;
        private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \t]*(;.*)?");

        private long left;
        private boolean first = true;

        Chunked(InputStream in) {
            super(in);
        }

        @Override
        int readSome(byte[] into, int offset, int length) throws IOException {
            if (left == 0 && !nextChunk()) {
                return -1;
            }
            int read = readFrom(into, offset, (int) Math.min(left, length));
            left -= read;
            return read;
        }

        private boolean nextChunk() throws IOException {
            if (!first && !new HeadReader(in, 2).line().isEmpty()) {
                throw new HttpFormatException("a chunk is longer than it says");
            }
            first = false;
            Matcher size = SIZE.matcher(new HeadReader(in, LINE).line());
            if (!size.matches()) {
                throw new HttpFormatException("the size of a chunk is no number");
            }
            left = Long.parseLong(size.group(1), 16);
            if (left == 0) {
                skipTrailers();
                end();
            }
            return left > 0;
        }

        private void skipTrailers() throws IOException {
            HeadReader trailers = new HeadReader(in, TRAILERS);
            while (!trailers.line().isEmpty()) {}
        }
    }
}
