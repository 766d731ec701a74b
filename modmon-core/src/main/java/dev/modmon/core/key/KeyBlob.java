package dev.modmon.core.key;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The fields of a key's blob, each with its length before it (RFC 4253, 6.6; RFC 4251, 5).
final class KeyBlob {
    private final ByteBuffer rest;

    private KeyBlob(byte[] bytes) {
        this.rest = ByteBuffer.wrap(bytes);
    }

    /// @throws IllegalArgumentException when it is not base64 in its canonical spelling
    static KeyBlob decode(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The key is not base64; is a part missing?", e);
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("The key is not base64; is a part missing?");
        }
        return new KeyBlob(bytes);
    }

    byte[] bytes() {
        if (rest.remaining() < Integer.BYTES) {
            throw cutOff();
        }
        int length = rest.getInt();
        if (length < 0 || length > rest.remaining()) {
            throw cutOff();
        }
        byte[] field = new byte[length];
        rest.get(field);
        return field;
    }

    String text() {
        return new String(bytes(), StandardCharsets.US_ASCII);
    }

    BigInteger number() {
        byte[] field = bytes();
        if (field.length == 0) {
            throw cutOff();
        }
        return new BigInteger(field);
    }

    void end() {
        if (rest.hasRemaining()) {
            throw new IllegalArgumentException("The key has more in it than its type has.");
        }
    }

    private static IllegalArgumentException cutOff() {
        return new IllegalArgumentException("The key is cut off.");
    }
}
