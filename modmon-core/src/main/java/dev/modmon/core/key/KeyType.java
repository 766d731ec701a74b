package dev.modmon.core.key;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The kinds of SSH keys that are accepted. DSA is not: OpenSSH itself has dropped it.
public enum KeyType {
    ED25519("ssh-ed25519", 32),
    ECDSA_256("ecdsa-sha2-nistp256", 65),
    ECDSA_384("ecdsa-sha2-nistp384", 97),
    ECDSA_521("ecdsa-sha2-nistp521", 133),
    RSA("ssh-rsa", 0),
    SECURITY_KEY_ED25519("sk-ssh-ed25519@openssh.com", 32),
    SECURITY_KEY_ECDSA("sk-ecdsa-sha2-nistp256@openssh.com", 65);

    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_RSA_BITS = 16_384;

    private final String wireName;
    private final int length;

    KeyType(String wireName, int length) {
        this.wireName = wireName;
        this.length = length;
    }

    /// The name that the protocol and key files use.
    public String wireName() {
        return wireName;
    }

    /// Whether a key of this type is accepted.
    public static boolean isKnown(String wireName) {
        return Arrays.stream(values()).anyMatch(type -> type.wireName.equals(wireName));
    }

    static KeyType of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "A key starts with its type, one of %s.".formatted(all())));
    }

    private static String all() {
        return Arrays.stream(values()).map(KeyType::wireName).collect(Collectors.joining(", "));
    }

    void check(KeyBlob blob) {
        if (!blob.text().equals(wireName)) {
            throw new IllegalArgumentException(
                    "The key is not of the type %s that it starts with.".formatted(wireName));
        }
        switch (this) {
            case ED25519 -> point(blob);
            case ECDSA_256, ECDSA_384, ECDSA_521 -> {
                curve(blob, wireName.substring(wireName.lastIndexOf('-') + 1));
                point(blob);
            }
            case RSA -> rsa(blob);
            case SECURITY_KEY_ED25519 -> {
                point(blob);
                blob.bytes();
            }
            case SECURITY_KEY_ECDSA -> {
                curve(blob, "nistp256");
                point(blob);
                blob.bytes();
            }
        }
        blob.end();
    }

    private void point(KeyBlob blob) {
        if (blob.bytes().length != length) {
            throw new IllegalArgumentException(
                    "The key has not the length of type %s.".formatted(wireName));
        }
    }

    private void curve(KeyBlob blob, String expected) {
        if (!blob.text().equals(expected)) {
            throw new IllegalArgumentException(
                    "The key is not of the curve of type %s.".formatted(wireName));
        }
    }

    /// How long the modulus of an RSA key is.
    static int rsaBits(KeyBlob blob) {
        blob.text();
        blob.number();
        return blob.number().bitLength();
    }

    private static void rsa(KeyBlob blob) {
        int exponentBits = blob.number().bitLength();
        int bits = blob.number().bitLength();
        if (exponentBits < 2 || bits < LEAST_RSA_BITS || bits > MOST_RSA_BITS) {
            throw new IllegalArgumentException(
                    "An RSA key of less than %d bits is not safe; make an ed25519 key instead."
                            .formatted(LEAST_RSA_BITS));
        }
    }
}
