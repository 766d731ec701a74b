package dev.modmon.uiapi.tunnel;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.digest.Digest;
import org.apache.sshd.common.kex.AbstractDH;
import org.apache.sshd.common.kex.DHFactory;
import org.apache.sshd.common.util.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/// The key exchange `curve25519-sha256` of RFC 8731, on the JDK's X25519.
///
/// MINA has one too; this one prepares no other curve, and gives the peer's 32 bytes to the JDK as they are, which
/// saves a client that runs for one command a tenth of its time.
final class X25519Exchange extends AbstractDH {
    static final String ALGORITHM = "X25519";

    private static final int KEY_BYTES = 32;

    private byte @Nullable [] peer;

    X25519Exchange() throws GeneralSecurityException {
        myKeyAgree = KeyAgreement.getInstance(ALGORITHM);
    }

    static DHFactory factory(String name) {
        return new Factory(name);
    }

    @Override
    protected byte[] calculateE() throws GeneralSecurityException {
        KeyPair own = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        myKeyAgree.init(own.getPrivate());
        byte[] encoded = own.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    @Override
    public void setF(byte[] f) {
        peer = f;
    }

    /// Public keys travel as strings, not as numbers: RFC 8731, section 3.
    @Override
    public void putE(Buffer buffer, byte[] e) {
        buffer.putBytes(e);
    }

    @Override
    public void putF(Buffer buffer, byte[] f) {
        buffer.putBytes(f);
    }

    /// The JDK refuses peers of small order, with which the secret would be zero: RFC 7748, section 6.1.
    @Override
    protected byte[] calculateK() throws GeneralSecurityException {
        byte[] received = peer;
        if (received == null || received.length != KEY_BYTES) {
            throw new InvalidKeyException(
                    "The server's part of the key exchange must have 32 bytes.");
        }
        myKeyAgree.doPhase(new PeerKey(received), true);
        return stripLeadingZeroes(myKeyAgree.generateSecret());
    }

    @Override
    public Digest getHash() {
        return BuiltinDigests.sha256.create();
    }

    /// The coordinate as it came, its least byte first, without its highest bit: RFC 7748, section 5.
    static final class PeerKey implements XECPublicKey {
        private final BigInteger u;

        PeerKey(byte[] littleEndian) {
            byte[] bytes = new byte[KEY_BYTES];
            for (int i = 0; i < KEY_BYTES; i++) {
                bytes[i] = littleEndian[KEY_BYTES - 1 - i];
            }
            bytes[0] &= 0x7f;
            this.u = new BigInteger(1, bytes);
        }

        @Override
        public BigInteger getU() {
            return u;
        }

        @Override
        public NamedParameterSpec getParams() {
            return NamedParameterSpec.X25519;
        }

        @Override
        public String getAlgorithm() {
            return ALGORITHM;
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }
    }

    private record Factory(String name) implements DHFactory {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isSupported() {
            return true;
        }

        @Override
        public boolean isGroupExchange() {
            return false;
        }

        @Override
        public AbstractDH create(Object... parameters) throws GeneralSecurityException {
            return new X25519Exchange();
        }
    }
}
