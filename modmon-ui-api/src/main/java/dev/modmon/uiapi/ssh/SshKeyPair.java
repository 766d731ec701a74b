package dev.modmon.uiapi.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Set;

/// A private key with its public one.
public final class SshKeyPair {
    private static final long MAXIMUM_FILE = 64 * 1024;

    private final SshPublicKey publicKey;
    private final KeyPair jdk;

    private SshKeyPair(SshPublicKey publicKey, KeyPair jdk) {
        this.publicKey = publicKey;
        this.jdk = jdk;
    }

    /// A new Ed25519 key.
    public static SshKeyPair generate() {
        try {
            return of(Ed25519.generate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make an Ed25519 key.", e);
        }
    }

    /// @throws InvalidSshKeyException when the key is of no supported kind
    public static SshKeyPair of(KeyPair pair) {
        return new SshKeyPair(SshPublicKey.of(pair.getPublic()), pair);
    }

    /// Reads a private key file: OpenSSH's own format, or PEM where MINA knows it.
    ///
    /// @throws InvalidSshKeyException when it is encrypted, damaged or of no supported kind; the message names the file
    public static SshKeyPair read(Path file) throws IOException {
        if (Files.size(file) > MAXIMUM_FILE) {
            throw new InvalidSshKeyException(
                    "'%s' is too large for a private key.".formatted(file));
        }
        return of(PrivateKeyFile.read(file, Files.readAllBytes(file)));
    }

    /// Writes the private key to a new file that only its owner can read, and the public one beside it
    /// with `.pub` behind its name.
    ///
    /// @param comment stands behind the public key, for people
    /// @throws FileAlreadyExistsException when there is a file of that name; it stays as it is
    public void write(Path file, String comment) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
            channel.write(StandardCharsets.US_ASCII.encode(OpenSshPrivateKey.write(jdk, comment)));
        }
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".pub"),
                (publicKey.line() + " " + comment).strip() + "\n");
    }

    public SshPublicKey publicKey() {
        return publicKey;
    }

    /// For MINA.
    public KeyPair jdk() {
        return jdk;
    }

    /// The private part stays out of every log.
    @Override
    public String toString() {
        return publicKey.toString();
    }
}
