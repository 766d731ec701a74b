package dev.modmon.uiapi.ssh;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.apache.sshd.common.config.keys.PrivateKeyEntryDecoder;
import org.apache.sshd.common.config.keys.PublicKeyEntryDecoder;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;
import org.apache.sshd.common.util.security.eddsa.generic.GenericEd25519PublicKeyDecoder;
import org.apache.sshd.common.util.security.eddsa.generic.GenericOpenSSHEd25519PrivateKeyEntryDecoder;
import org.apache.sshd.common.util.security.eddsa.generic.GenericSignatureEd25519;
import org.jspecify.annotations.Nullable;

/// What MINA SSHD needs to know about the JDK's Ed25519 keys, done with [Ed25519].
final class JdkEd25519 implements EdDSASupport<EdECPublicKey, EdECPrivateKey> {
    static final JdkEd25519 INSTANCE = new JdkEd25519();

    private JdkEd25519() {}

    @Override
    public PublicKeyEntryDecoder<EdECPublicKey, EdECPrivateKey> getEDDSAPublicKeyEntryDecoder() {
        return new GenericEd25519PublicKeyDecoder<>(
                EdECPublicKey.class, EdECPrivateKey.class, this);
    }

    @Override
    public PrivateKeyEntryDecoder<EdECPublicKey, EdECPrivateKey>
            getOpenSSHEDDSAPrivateKeyEntryDecoder() {
        return new GenericOpenSSHEd25519PrivateKeyEntryDecoder<>(
                EdECPublicKey.class, EdECPrivateKey.class, this);
    }

    @Override
    public Signature getEDDSASigner() {
        return new GenericSignatureEd25519(Ed25519.ALGORITHM);
    }

    @Override
    public int getEDDSAKeySize(Key key) {
        return key instanceof EdECKey ? KEY_SIZE : -1;
    }

    @Override
    public Class<EdECPublicKey> getEDDSAPublicKeyType() {
        return EdECPublicKey.class;
    }

    @Override
    public Class<EdECPrivateKey> getEDDSAPrivateKeyType() {
        return EdECPrivateKey.class;
    }

    @Override
    public boolean compareEDDSAPPublicKeys(@Nullable PublicKey one, @Nullable PublicKey other) {
        return one instanceof EdECPublicKey
                && other instanceof EdECPublicKey
                && MessageDigest.isEqual(one.getEncoded(), other.getEncoded());
    }

    @Override
    public boolean compareEDDSAPrivateKeys(@Nullable PrivateKey one, @Nullable PrivateKey other) {
        return one instanceof EdECPrivateKey
                && other instanceof EdECPrivateKey
                && MessageDigest.isEqual(one.getEncoded(), other.getEncoded());
    }

    @Override
    public EdECPublicKey recoverEDDSAPublicKey(PrivateKey key) throws GeneralSecurityException {
        return Ed25519.publicKeyOf((EdECPrivateKey) key);
    }

    @Override
    public EdECPublicKey generateEDDSAPublicKey(byte[] raw) throws GeneralSecurityException {
        return Ed25519.publicKey(raw);
    }

    @Override
    public EdECPrivateKey generateEDDSAPrivateKey(byte[] seed) throws GeneralSecurityException {
        return Ed25519.privateKey(seed);
    }

    @Override
    public <B extends Buffer> B putRawEDDSAPublicKey(B buffer, PublicKey key) {
        buffer.putBytes(Ed25519.raw((EdECPublicKey) key));
        return buffer;
    }

    /// Only MINA's own agent protocol would need it; MINA's other providers do not have it either.
    @Override
    public <B extends Buffer> B putEDDSAKeyPair(B buffer, PublicKey publicKey, PrivateKey key) {
        throw new UnsupportedOperationException("Ed25519 key pairs are not sent to an agent.");
    }

    @Override
    public KeySpec createPublicKeySpec(EdECPublicKey key) {
        return new X509EncodedKeySpec(key.getEncoded());
    }

    @Override
    public KeySpec createPrivateKeySpec(EdECPrivateKey key) {
        return new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Ed25519.seed(key));
    }

    @Override
    public byte[] getPublicKeyData(EdECPublicKey key) {
        return Ed25519.raw(key);
    }

    @Override
    public byte[] getPrivateKeyData(EdECPrivateKey key) {
        return Ed25519.seed(key);
    }

    @Override
    public String getKeyFactoryAlgorithm() {
        return Ed25519.ALGORITHM;
    }
}
