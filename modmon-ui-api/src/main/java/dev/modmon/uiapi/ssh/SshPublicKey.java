package dev.modmon.uiapi.ssh;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/// A public key as SSH has it: `ssh-ed25519`, `ecdsa-sha2-nistp256`, `-nistp384`, `-nistp521`, or `ssh-rsa`
/// of at least 2048 bits.
///
/// Two are equal when they are the same key; what was said about them does not count.
public final class SshPublicKey {
    public static final String ED25519 = "ssh-ed25519";
    public static final String RSA = "ssh-rsa";

    private static final Set<String> TYPES =
            Set.of(
                    ED25519,
                    RSA,
                    EcCurve.NISTP256.keyType(),
                    EcCurve.NISTP384.keyType(),
                    EcCurve.NISTP521.keyType());
    private static final int MINIMUM_RSA_BITS = 2048;
    private static final int MAXIMUM_RSA_BITS = 16384;
    private static final int MAXIMUM_LINE = 16_384;

    private final String type;
    private final byte[] blob;

    private SshPublicKey(String type, byte[] blob) {
        this.type = type;
        this.blob = blob;
    }

    /// Reads one line as a `.pub` file has it: `TYPE BASE64`, and perhaps a comment, which is not kept.
    ///
    /// @throws InvalidSshKeyException when it is not such a line, or the key is of no supported kind
    public static SshPublicKey parse(String line) {
        String[] words =
                line.length() > MAXIMUM_LINE ? new String[0] : line.strip().split("[ \t]+", 3);
        if (words.length < 2) {
            throw new InvalidSshKeyException(
                    "A public key is one line, 'TYPE BASE64', such as 'ssh-ed25519 AAAA…'.");
        }
        if (!TYPES.contains(words[0])) {
            throw new InvalidSshKeyException(
                    "Keys of type '%s' are not supported; ssh-ed25519, ecdsa-sha2-nistp256, -384, -521 and ssh-rsa are."
                            .formatted(shown(words[0])));
        }
        SshPublicKey key = ofBlob(decode(words[1]));
        if (!key.type.equals(words[0])) {
            throw new InvalidSshKeyException(
                    "The key says that it is %s, the line says %s.".formatted(key.type, words[0]));
        }
        return key;
    }

    /// Reads a key as it goes over the wire: RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4.
    ///
    /// @throws InvalidSshKeyException when the bytes are no key of a supported kind
    public static SshPublicKey ofBlob(byte[] blob) {
        try {
            WireReader reader = new WireReader(blob);
            String type = reader.text();
            switch (type) {
                case ED25519 -> requireLength(reader.string(), Ed25519.KEY_BYTES);
                case RSA -> requireSafe(reader.mpint(), reader.mpint());
                default -> ecPoint(type, reader);
            }
            if (!reader.atEnd()) {
                throw new IllegalArgumentException("there is something behind it");
            }
            return new SshPublicKey(type, blob.clone());
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new InvalidSshKeyException(
                    "This is no public key that can be used: %s.".formatted(e.getMessage()), e);
        }
    }

    /// The same key as the JDK has it.
    ///
    /// @throws InvalidSshKeyException when the key is of no supported kind
    public static SshPublicKey of(PublicKey key) {
        WireWriter writer = new WireWriter();
        // No pattern switch here: its first use takes longer than the whole login.
        if (key instanceof EdECPublicKey ed) {
            writer.text(ED25519).string(Ed25519.raw(ed));
        } else if (key instanceof RSAPublicKey rsa) {
            writer.text(RSA).mpint(rsa.getPublicExponent()).mpint(rsa.getModulus());
        } else if (key instanceof ECPublicKey ec) {
            EcCurve curve = EcCurve.of(ec.getParams());
            writer.text(curve.keyType()).text(curve.sshName()).string(curve.encode(ec.getW()));
        } else {
            throw new InvalidSshKeyException(
                    "A key of kind %s is not supported.".formatted(key.getAlgorithm()));
        }
        return ofBlob(writer.toByteArray());
    }

    public String type() {
        return type;
    }

    /// The bytes that go over the wire.
    public byte[] blob() {
        return blob.clone();
    }

    /// `TYPE BASE64`, as it stands in a `.pub` file and in `host-keys`.
    public String line() {
        return type + " " + Base64.getEncoder().encodeToString(blob);
    }

    /// `SHA256:` and the hash, as `ssh-keygen -l` shows it.
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /// The same key for the JDK.
    ///
    /// @throws InvalidSshKeyException when its numbers are no key
    public PublicKey toJdk() {
        try {
            WireReader reader = new WireReader(blob);
            reader.string();
            return switch (type) {
                case ED25519 -> Ed25519.publicKey(reader.string());
                case RSA -> {
                    BigInteger exponent = reader.mpint();
                    yield KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(reader.mpint(), exponent));
                }
                default -> {
                    EcCurve curve = EcCurve.ofSshName(reader.text());
                    yield KeyFactory.getInstance("EC")
                            .generatePublic(
                                    new ECPublicKeySpec(
                                            curve.point(reader.string()), curve.parameters()));
                }
            };
        } catch (GeneralSecurityException e) {
            throw new InvalidSshKeyException(
                    "The %s key %s is damaged: %s".formatted(type, fingerprint(), e.getMessage()),
                    e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SshPublicKey key && Arrays.equals(blob, key.blob);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }

    @Override
    public String toString() {
        return type + " " + fingerprint();
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new InvalidSshKeyException(
                    "The second word of a public key must be base64: %s.".formatted(e.getMessage()),
                    e);
        }
    }

    private static void requireLength(byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(
                    "it has %d bytes, not %d".formatted(bytes.length, length));
        }
    }

    private static void requireSafe(BigInteger exponent, BigInteger modulus) {
        int bits = modulus.signum() > 0 ? modulus.bitLength() : 0;
        if (bits < MINIMUM_RSA_BITS || bits > MAXIMUM_RSA_BITS || exponent.signum() <= 0) {
            throw new IllegalArgumentException(
                    "RSA keys must have %d to %d bits, this one has %d"
                            .formatted(MINIMUM_RSA_BITS, MAXIMUM_RSA_BITS, bits));
        }
    }

    private static void ecPoint(String type, WireReader reader) throws GeneralSecurityException {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("type '%s' is not supported".formatted(shown(type)));
        }
        EcCurve curve = EcCurve.ofSshName(reader.text());
        if (!curve.keyType().equals(type)) {
            throw new IllegalArgumentException("its type and its curve differ");
        }
        curve.point(reader.string());
    }

    private static String shown(String word) {
        String printable = word.replaceAll("[^\\x21-\\x7e]", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }
}
