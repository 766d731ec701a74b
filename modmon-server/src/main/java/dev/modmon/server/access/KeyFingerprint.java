package dev.modmon.server.access;

import dev.modmon.core.key.PublicKey;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 of a public key's wire form: the identity of a caller.
///
/// @param text `SHA256:…`, as `ssh-keygen -l` prints it
public record KeyFingerprint(String text) {
    private static final String PREFIX = "SHA256:";

    public KeyFingerprint {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A key's fingerprint must start with SHA256:.");
        }
    }

    public static KeyFingerprint of(PublicKey key) {
        return new KeyFingerprint(key.fingerprint());
    }

    /// 64 hexadecimal digits, which may be part of a file's name.
    public String hex() {
        return HexFormat.of()
                .formatHex(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    @Override
    public String toString() {
        return text;
    }
}
