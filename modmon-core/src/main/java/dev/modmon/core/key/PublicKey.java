package dev.modmon.core.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A public key as OpenSSH writes it, `TYPE BASE64`, without options and comment. The blob is checked
/// to be a key of that type and strong enough.
///
/// @param base64 the blob in its one canonical spelling
public record PublicKey(KeyType type, String base64) {
    /// A user's RSA key needs as much; a node's host key may be of an older age.
    public static final int STRONG_RSA_BITS = 3072;

    private static final int MAX_LENGTH = 16_384;

    public PublicKey {
        type.check(KeyBlob.decode(base64));
    }

    /// Reads a line of a `.pub` file, with or without a comment.
    ///
    /// @throws IllegalArgumentException when it is no such key; the message says why and never
    ///     repeats the line, which might be a private key
    public static PublicKey parse(String line) {
        String text = line.strip();
        if (text.contains("PRIVATE KEY")) {
            throw new IllegalArgumentException(
                    "This is a private key. Remove it, and make a new pair: who has seen it can use it.");
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("There is no key.");
        }
        if (text.length() > MAX_LENGTH || text.lines().count() > 1) {
            throw new IllegalArgumentException("A key is a single line, TYPE BASE64 COMMENT.");
        }
        String[] words = text.split("[ \t]+", 3);
        KeyType type = KeyType.of(words[0]);
        if (words.length < 2) {
            throw new IllegalArgumentException("A key is a single line, TYPE BASE64 COMMENT.");
        }
        return new PublicKey(type, words[1]);
    }

    /// Whether it is an RSA key of less than [#STRONG_RSA_BITS].
    public boolean isWeak() {
        return type == KeyType.RSA && KeyType.rsaBits(KeyBlob.decode(base64)) < STRONG_RSA_BITS;
    }

    /// `SHA256:…`, as `ssh-keygen -l` prints it.
    public String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The line that `authorized_keys` and `known_hosts` hold.
    public String line() {
        return type.wireName() + " " + base64;
    }

    /// Written out, like the next: a record's own is generated at its first use, which every command would wait for.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicKey that && type == that.type && base64.equals(that.base64);
    }

    @Override
    public int hashCode() {
        return base64.hashCode();
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
