package dev.modmon.uiapi.ssh;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Writes the data types of the SSH protocol, RFC 4251 section 5.
final class WireWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    WireWriter fixed(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    WireWriter uint8(int value) {
        bytes.write(value);
        return this;
    }

    WireWriter uint32(int value) {
        return fixed(ByteBuffer.allocate(4).putInt(value).array());
    }

    WireWriter string(byte[] value) {
        return uint32(value.length).fixed(value);
    }

    WireWriter text(String value) {
        return string(value.getBytes(StandardCharsets.UTF_8));
    }

    WireWriter mpint(BigInteger value) {
        return string(value.signum() == 0 ? new byte[0] : value.toByteArray());
    }

    int size() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
