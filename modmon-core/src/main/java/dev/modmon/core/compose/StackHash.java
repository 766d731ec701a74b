package dev.modmon.core.compose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A fingerprint of what a service consists of, to recognise on the engine what was written there.
///
/// It is keyed, because the values include secrets and everybody who may look at a service sees the
/// fingerprint. Order of declaration does not matter, nor what a service depends on, nor whether a
/// value is known to be secret.
public final class StackHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param key random bytes that stay on the server, at least 16
    public StackHash(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("A key of at least 16 bytes is needed.");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// 64 hexadecimal digits.
    public String of(ServiceSpec service) {
        byte[] canonical = StackJson.writeAny(comparable(service)).getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(canonical));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", e);
        }
    }

    private static ServiceSpec comparable(ServiceSpec service) {
        TreeMap<String, EnvValue> environment = new TreeMap<>();
        service.container()
                .environment()
                .forEach((name, value) -> environment.put(name, EnvValue.plain(value.text())));
        return new ServiceSpec(
                service.name(),
                service.container().withEnvironment(environment),
                service.deploy(),
                service.networks(),
                service.ports(),
                service.endpointMode(),
                service.labels(),
                new TreeMap<>());
    }
}
