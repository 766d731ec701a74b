package dev.modmon.uiapi.ssh;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads the data types of the SSH protocol, RFC 4251 section 5.
///
/// Its methods throw an [IllegalArgumentException] when the bytes end too early.
final class WireReader {
    private final ByteBuffer bytes;

    WireReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    byte[] fixed(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new IllegalArgumentException(
                    "it ends %d bytes too early"
                            .formatted(Integer.toUnsignedLong(length) - bytes.remaining()));
        }
        byte[] read = new byte[length];
        bytes.get(read);
        return read;
    }

    int uint8() {
        return Byte.toUnsignedInt(fixed(1)[0]);
    }

    int uint32() {
        return ByteBuffer.wrap(fixed(4)).getInt();
    }

    byte[] string() {
        return fixed(uint32());
    }

    String text() {
        return new String(string(), StandardCharsets.UTF_8);
    }

    BigInteger mpint() {
        byte[] read = string();
        return read.length == 0 ? BigInteger.ZERO : new BigInteger(read);
    }

    boolean atEnd() {
        return !bytes.hasRemaining();
    }
}
