package dev.modmon.uiapi.ssh;

import java.math.BigInteger;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;

/// A public key as its 32 bytes; the JDK's signatures take it as their own.
///
/// The JDK's key factory would do the same, but a client that runs for one command would wait for the machinery behind it.
final class RawEd25519PublicKey implements EdECPublicKey {
    /// What stands before the raw bytes in an X.509 SubjectPublicKeyInfo: RFC 8410, section 4.
    static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] raw;

    RawEd25519PublicKey(byte[] raw) {
        this.raw = raw.clone();
    }

    /// RFC 8032, section 5.1.2: y with its least byte first; the highest bit is the lowest of x.
    @Override
    public EdECPoint getPoint() {
        byte[] y = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            y[i] = raw[raw.length - 1 - i];
        }
        boolean xOdd = y[0] < 0;
        y[0] &= 0x7f;
        return new EdECPoint(xOdd, new BigInteger(1, y));
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
        return "X.509";
    }

    @Override
    public byte[] getEncoded() {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, raw.length);
        return encoded;
    }

    /// Equal to the JDK's own key with the same bytes.
    @Override
    public boolean equals(Object other) {
        return other instanceof EdECPublicKey key && Arrays.equals(getEncoded(), key.getEncoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(getEncoded());
    }
}
