package dev.modmon.uiapi.ssh;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.apache.sshd.common.signature.BuiltinSignatures;

/// A key whose private part this process has.
record FileIdentity(SshKeyPair pair, String origin) implements Identity {
    @Override
    public SshPublicKey publicKey() {
        return pair.publicKey();
    }

    @Override
    public boolean asksPerson() {
        return false;
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
        return new WireWriter().text(algorithm).string(signature(algorithm, data)).toByteArray();
    }

    private byte[] signature(String algorithm, byte[] data) throws GeneralSecurityException {
        PrivateKey key = pair.jdk().getPrivate();
        if (algorithm.equals(SshPublicKey.ED25519)) {
            return Ed25519.sign(key, data);
        }
        var signer = BuiltinSignatures.fromFactoryName(algorithm);
        if (signer == null) {
            throw new GeneralSecurityException("Algorithm '%s' is not known.".formatted(algorithm));
        }
        try {
            var signature = signer.create();
            signature.initSigner(null, key);
            signature.update(null, data);
            return signature.sign(null);
        } catch (GeneralSecurityException e) {
            throw e;
        } catch (Exception e) {
            throw new GeneralSecurityException(e);
        }
    }
}
