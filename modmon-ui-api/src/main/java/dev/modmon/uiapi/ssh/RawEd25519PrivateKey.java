package dev.modmon.uiapi.ssh;

import java.security.MessageDigest;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// A private key as its 32 bytes; the JDK's signatures take it as their own. See [RawEd25519PublicKey].
final class RawEd25519PrivateKey implements EdECPrivateKey {
    /// What stands before the seed in a PKCS#8 PrivateKeyInfo: RFC 8410, section 7.
    private static final byte[] PKCS8_PREFIX =
            HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final transient byte[] seed;

    RawEd25519PrivateKey(byte[] seed) {
        this.seed = seed.clone();
    }

    @Override
    public Optional<byte[]> getBytes() {
        return Optional.of(seed.clone());
    }

    @Override
    public NamedParameterSpec getParams() {
        return NamedParameterSpec.ED25519;
    }

    @Override
    public String getAlgorithm() {
        return "EdDSA";
    }

    @Override
    public String getFormat() {
        return "PKCS#8";
    }

    @Override
    public byte[] getEncoded() {
        byte[] encoded = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8_PREFIX.length, seed.length);
        return encoded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EdECPrivateKey key
                && MessageDigest.isEqual(getEncoded(), key.getEncoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(seed);
    }

    /// Nothing of the key.
    @Override
    public String toString() {
        return "Ed25519 private key";
    }
}
