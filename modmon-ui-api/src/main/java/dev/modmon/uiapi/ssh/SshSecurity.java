package dev.modmon.uiapi.ssh;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.HexFormat;
import org.apache.sshd.common.util.security.SecurityUtils;

/// Gives MINA SSHD Ed25519 (RFC 8709) from the JDK's own provider, with no other crypto library.
///
/// MINA asks for its security providers once, in static initialisers, and keeps the answer. So
/// [#install()] comes before any other use of a MINA class in the process, in clients and in servers.
public final class SshSecurity {
    /// The public key of the seed that is all zero.
    private static final byte[] SOME_PUBLIC_KEY =
            HexFormat.of()
                    .parseHex("3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29");

    private static boolean installed;

    private SshSecurity() {}

    /// May be called any number of times, by any thread.
    ///
    /// @throws IllegalStateException when MINA was used before and settled on having no Ed25519
    public static synchronized void install() {
        if (installed) {
            return;
        }
        choose();
        if (!SecurityUtils.isEDDSACurveSupported()) {
            throw new IllegalStateException(
                    "MINA SSHD was used before SshSecurity.install(), so it has no Ed25519. Call install() first.");
        }
        installed = true;
    }

    /// The first half of [#install()], which costs nothing, for who is in a hurry and calls the second one soon.
    public static void choose() {
        // Only this one: the default list also looks for two crypto libraries that we do not ship.
        System.setProperty(
                "org.apache.sshd.security.registrars", "dev.modmon.uiapi.ssh.JdkEd25519Registrar");
    }

    /// Signs and verifies once, so that the next time is quick.
    public static void rehearse() throws GeneralSecurityException {
        byte[] data = new byte[Ed25519.KEY_BYTES];
        byte[] signed = Ed25519.sign(Ed25519.privateKey(new byte[Ed25519.KEY_BYTES]), data);
        Signature signature = Signature.getInstance(Ed25519.ALGORITHM);
        signature.initVerify(Ed25519.publicKey(SOME_PUBLIC_KEY));
        signature.update(data);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("This JDK does not know its own Ed25519 signature.");
        }
    }
}
