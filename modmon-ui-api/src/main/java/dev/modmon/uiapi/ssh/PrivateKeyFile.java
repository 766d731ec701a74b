package dev.modmon.uiapi.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/// Tells the formats of private key files apart.
final class PrivateKeyFile {
    private PrivateKeyFile() {}

    static KeyPair read(Path file, byte[] content) throws IOException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        try {
            if (OpenSshPrivateKey.isOne(text)) {
                return OpenSshPrivateKey.read(text);
            }
            if (!text.contains("PRIVATE KEY-----")) {
                throw new InvalidSshKeyException("it holds no private key");
            }
            if (text.contains("ENCRYPTED")) {
                throw new InvalidSshKeyException(OpenSshPrivateKey.ENCRYPTED);
            }
            return readPem(content);
        } catch (InvalidSshKeyException | IllegalArgumentException | GeneralSecurityException e) {
            throw new InvalidSshKeyException(
                    "The key file '%s' cannot be used: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /// PKCS#1, SEC 1 and PKCS#8 are rare by now; MINA reads them.
    private static KeyPair readPem(byte[] content) throws IOException, GeneralSecurityException {
        SshSecurity.install();
        Iterable<KeyPair> pairs =
                SecurityUtils.loadKeyPairIdentities(
                        null, NamedResource.ofName("key"), new ByteArrayInputStream(content), null);
        Iterator<KeyPair> iterator = pairs == null ? null : pairs.iterator();
        if (iterator == null || !iterator.hasNext()) {
            throw new InvalidSshKeyException(
                    "its format is not known; 'ssh-keygen -p -f FILE' rewrites it in OpenSSH's");
        }
        return iterator.next();
    }
}
