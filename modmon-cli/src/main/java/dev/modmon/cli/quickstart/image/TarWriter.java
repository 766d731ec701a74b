package dev.modmon.cli.quickstart.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes an archive in the `ustar` format of POSIX.1-1988. Times and owners are fixed, so that the same content is the
/// same bytes.
final class TarWriter implements AutoCloseable {
    static final int EXECUTABLE = 0755;
    static final int PLAIN = 0644;

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;
    private static final long LARGEST = 0_77777777777L;

    private final OutputStream out;

    TarWriter(OutputStream out) {
        this.out = out;
    }

    /// @param path without a leading slash
    void directory(String path, int mode, int owner) throws IOException {
        out.write(header(path + "/", '5', mode, owner, 0, ""));
    }

    void symbolicLink(String path, String target) throws IOException {
        out.write(header(path, '2', 0777, 0, 0, target));
    }

    void file(String path, int mode, byte[] content) throws IOException {
        out.write(header(path, '0', mode, 0, content.length, ""));
        out.write(content);
        pad(content.length);
    }

    /// @param size exactly what the stream has
    void file(String path, int mode, long size, InputStream content) throws IOException {
        out.write(header(path, '0', mode, 0, size, ""));
        long copied = content.transferTo(out);
        if (copied != size) {
            throw new IOException("'%s' changed while it was read.".formatted(path));
        }
        pad(size);
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    private static byte[] header(
            String path, char type, int mode, int owner, long size, String target)
            throws IOException {
        if (size > LARGEST) {
            throw new IOException("'%s' is too large for this archive format.".formatted(path));
        }
        byte[] header = new byte[BLOCK];
        splitPath(header, path);
        octal(header, 100, 8, mode);
        octal(header, 108, 8, owner);
        octal(header, 116, 8, owner);
        octal(header, 124, 12, size);
        octal(header, 136, 12, 0);
        header[156] = (byte) type;
        text(header, 157, NAME, target);
        text(header, 257, 6, "ustar");
        text(header, 263, 2, "00");
        // The sum is made with its own field full of spaces.
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        octal(header, 148, 7, sum);
        return header;
    }

    /// A path of more than 100 bytes goes into two fields, cut at a slash.
    private static void splitPath(byte[] header, String path) throws IOException {
        if (bytes(path).length <= NAME) {
            text(header, 0, NAME, path);
            return;
        }
        for (int cut = path.indexOf('/'); cut > 0; cut = path.indexOf('/', cut + 1)) {
            String name = path.substring(cut + 1);
            if (!name.isEmpty() && bytes(name).length <= NAME) {
                text(header, 0, NAME, name);
                text(header, 345, PREFIX, path.substring(0, cut));
                return;
            }
        }
        throw new IOException("The path '%s' is too long for this archive.".formatted(path));
    }

    private static void octal(byte[] header, int offset, int width, long value) {
        String digits = Long.toOctalString(value);
        String padded = "0".repeat(width - 1 - digits.length()) + digits;
        System.arraycopy(bytes(padded), 0, header, offset, width - 1);
        header[offset + width - 1] = 0;
    }

    private static void text(byte[] header, int offset, int width, String value)
            throws IOException {
        byte[] bytes = bytes(value);
        if (bytes.length > width) {
            throw new IOException("The path '%s' is too long for this archive.".formatted(value));
        }
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /// Writes the end mark.
    @Override
    public void close() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.close();
    }
}
