package dev.modmon.server.secret;

import dev.modmon.core.compiler.SecretRef;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.Generator;
import dev.modmon.server.state.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The secrets of each environment, one private file each. What the server makes up is made once and
/// kept: a database keeps the password that it was set up with.
public final class SecretVault {
    private static final int PASSWORD_BYTES = 24; // 32 characters of Base64.

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    /// @param directory only its owner may enter it
    public SecretVault(Path directory) {
        this.directory = directory;
    }

    public Optional<String> find(StackName stack, SecretRef secret) {
        return file(stack, secret).read();
    }

    public void keep(StackName stack, SecretRef secret, String value) {
        try {
            Files.createDirectories(folder(stack));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep secrets of %s.".formatted(stack), e);
        }
        file(stack, secret).write(value);
    }

    /// The value that was made for this once, or a fresh one that is kept from now on.
    public synchronized String made(StackName stack, SecretRef secret) {
        Optional<String> known = find(stack, secret);
        if (known.isPresent()) {
            return known.get();
        }
        String fresh = fresh(secret);
        keep(stack, secret, fresh);
        return fresh;
    }

    /// A value as it would be made; it is not kept.
    public String fresh(SecretRef secret) {
        return switch (secret) {
            case SecretRef.Given given ->
                    throw new IllegalArgumentException(given.shown() + " is given, not made.");
            case SecretRef.DatabasePassword _ ->
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES));
            case SecretRef.Script(_, Generator generator) -> generator.make(random);
        };
    }

    private byte[] bytes(int number) {
        byte[] bytes = new byte[number];
        random.nextBytes(bytes);
        return bytes;
    }

    private PrivateFile file(StackName stack, SecretRef secret) {
        return new PrivateFile(folder(stack).resolve(secret.placeholder()));
    }

    /// Two folders rather than one name: `a-b` of `c` is not `a` of `b-c`.
    private Path folder(StackName stack) {
        return directory.resolve(stack.project().value()).resolve(stack.environment().value());
    }
}
