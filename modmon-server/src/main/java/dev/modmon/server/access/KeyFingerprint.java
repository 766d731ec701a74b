package dev.modmon.server.access;

import dev.modmon.uiapi.ssh.SshPublicKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 of a public key's wire form: the identity of a caller.
///
/// @param hex 64 hexadecimal digits
public record KeyFingerprint(String hex) {
    public static KeyFingerprint of(SshPublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.blob());
            return new KeyFingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As `ssh-keygen -l` prints it.
    @Override
    public String toString() {
        return "SHA256:"
                + Base64.getEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));
    }
}
