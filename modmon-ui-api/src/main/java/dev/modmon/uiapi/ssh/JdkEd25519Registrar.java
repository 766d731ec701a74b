package dev.modmon.uiapi.ssh;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.util.security.SecurityProviderRegistrar;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;
import org.jspecify.annotations.Nullable;

/// Presents the JDK's `SunEC` provider to MINA SSHD as a source of Ed25519.
///
/// Public, with a public constructor, because MINA makes it by name; see [SshSecurity].
public final class JdkEd25519Registrar implements SecurityProviderRegistrar {
    private static final String PROVIDER = "SunEC";
    private static final Set<Class<?>> ENTITIES =
            Set.of(KeyFactory.class, KeyPairGenerator.class, Signature.class);

    @Override
    public String getName() {
        return PROVIDER;
    }

    @Override
    public boolean isEnabled() {
        return true;
    }

    @Override
    public boolean isSupported() {
        return getSecurityProvider() != null;
    }

    @Override
    public @Nullable Provider getSecurityProvider() {
        return Security.getProvider(PROVIDER);
    }

    /// Asks the provider object itself rather than the JCA for its name: one look-up less for each algorithm.
    @Override
    public boolean isNamedProviderUsed() {
        return false;
    }

    @Override
    public boolean isSecurityEntitySupported(Class<?> type, String name) {
        return ENTITIES.contains(type)
                && ("EdDSA".equalsIgnoreCase(name) || "Ed25519".equalsIgnoreCase(name));
    }

    @Override
    public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
        return Optional.of(JdkEd25519.INSTANCE);
    }
}
