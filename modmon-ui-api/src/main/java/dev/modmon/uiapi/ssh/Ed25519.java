package dev.modmon.uiapi.ssh;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// Ed25519 keys of the JDK from and to the 32 raw bytes that SSH has.
///
/// The bytes of a public key are RFC 8032, section 5.1.5; those of a private key are the seed that
/// RFC 8032 calls the private key. RFC 8709 puts the former on the wire.
final class Ed25519 {
    static final String ALGORITHM = "Ed25519";
    static final int KEY_BYTES = 32;

    private Ed25519() {}

    static KeyPair generate() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    }

    static EdECPublicKey publicKey(byte[] raw) throws InvalidKeyException {
        requireLength(raw, "public");
        return new RawEd25519PublicKey(raw);
    }

    static EdECPrivateKey privateKey(byte[] seed) throws InvalidKeyException {
        requireLength(seed, "private");
        return new RawEd25519PrivateKey(seed);
    }

    static byte[] raw(EdECPublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != RawEd25519PublicKey.X509_PREFIX.length + KEY_BYTES) {
            throw new IllegalArgumentException(
                    "A public key for %s is not one for Ed25519."
                            .formatted(key.getParams().getName()));
        }
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    static byte[] seed(EdECPrivateKey key) {
        return key.getBytes()
                .orElseThrow(() ->
                        new IllegalArgumentException("The private key does not show its bytes."));
    }

    /// The JDK offers no way from a private key to its public one. But its generator takes the seed from
    /// its source of randomness, so one that yields this seed makes the pair; that it did is checked.
    static EdECPublicKey publicKeyOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = seed(key);
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new Repeating(seed));
        KeyPair pair = generator.generateKeyPair();
        if (!MessageDigest.isEqual(seed((EdECPrivateKey) pair.getPrivate()), seed)) {
            throw new InvalidKeyException(
                    "This JDK makes Ed25519 keys in a way that does not show the public one of a private one.");
        }
        return (EdECPublicKey) pair.getPublic();
    }

    static byte[] sign(PrivateKey key, byte[] data) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }

    private static void requireLength(byte[] bytes, String kind) throws InvalidKeyException {
        if (bytes.length != KEY_BYTES) {
            throw new InvalidKeyException(
                    "An Ed25519 %s key has 32 bytes, not %d.".formatted(kind, bytes.length));
        }
    }

    /// Not random at all: yields the same bytes again and again.
    private static final class Repeating extends SecureRandom {
        private final transient byte[] bytes;

        Repeating(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] into) {
            for (int i = 0; i < into.length; i++) {
                into[i] = bytes[i % bytes.length];
            }
        }
    }
}
