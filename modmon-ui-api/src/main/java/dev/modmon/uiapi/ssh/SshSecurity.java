package dev.modmon.uiapi.ssh;

import org.apache.sshd.common.util.security.SecurityUtils;

/// Gives MINA SSHD Ed25519 (RFC 8709) from the JDK's own provider, with no other crypto library.
///
/// MINA asks for its security providers once, in static initialisers, and keeps the answer. So
/// [#install()] comes before any other use of a MINA class in the process, in clients and in servers.
public final class SshSecurity {
    private static boolean installed;

    private SshSecurity() {}

    /// May be called any number of times, by any thread.
    ///
    /// @throws IllegalStateException when MINA was used before and settled on having no Ed25519
    public static synchronized void install() {
        if (installed) {
            return;
        }
        // Only this one: the default list also looks for two crypto libraries that we do not ship.
        System.setProperty(
                SecurityUtils.SECURITY_PROVIDER_REGISTRARS, JdkEd25519Registrar.class.getName());
        if (!SecurityUtils.isEDDSACurveSupported()) {
            throw new IllegalStateException(
                    "MINA SSHD was used before SshSecurity.install(), so it has no Ed25519. Call install() first.");
        }
        installed = true;
    }
}
