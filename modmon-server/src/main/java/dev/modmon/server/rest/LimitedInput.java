package dev.modmon.server.rest;

import dev.modmon.server.operation.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body that ends with a problem when it is longer than allowed.
final class LimitedInput extends FilterInputStream {
    private final long max;
    private long seen;

    LimitedInput(InputStream in, long max) {
        super(in);
        this.max = max;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        seen += read;
        if (seen > max) {
            throw ProblemException.tooLarge(max);
        }
    }
}
