package dev.modmon.uiapi.tunnel;

import dev.modmon.uiapi.ssh.SshSecurity;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Does once, with made-up keys and on a thread of its own, what a login does with real ones.
///
/// The JDK's crypto takes much longer to get ready than to do its work; this way it gets ready while the main thread
/// connects and prepares the session.
final class CryptoRehearsal {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private CryptoRehearsal() {}

    /// At once, and once in the life of the process.
    static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(CryptoRehearsal::perform, "modmon-crypto-rehearsal");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void perform() {
        try {
            agree();
            MessageDigest.getInstance("SHA-256").digest(new byte[64]);
            SshSecurity.rehearse();
            encrypt(Cipher.ENCRYPT_MODE);
            encrypt(Cipher.DECRYPT_MODE);
        } catch (GeneralSecurityException e) {
            // The real thing will fail in the same way, and say so.
        }
    }

    private static void agree() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(X25519Exchange.ALGORITHM).generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        KeyAgreement agreement = KeyAgreement.getInstance(X25519Exchange.ALGORITHM);
        agreement.init(pair.getPrivate());
        agreement.doPhase(
                new X25519Exchange.PeerKey(
                        Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)),
                true);
        agreement.generateSecret();
    }

    private static void encrypt(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(new byte[16], "AES"),
                new GCMParameterSpec(128, new byte[12]));
        cipher.updateAAD(new byte[4]);
        if (mode == Cipher.ENCRYPT_MODE) {
            cipher.doFinal(new byte[64]);
        }
    }
}
