package dev.modmon.cli.scaffold;

import dev.modmon.core.key.PublicKey;
import dev.modmon.uiapi.ssh.Identity;
import dev.modmon.uiapi.ssh.SshAgent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Public keys of this machine's user.
final class PublicKeys {
    private static final int LONGEST = 64 * 1024;
    private static final List<String> USUAL =
            List.of("id_ed25519.pub", "id_ecdsa.pub", "id_rsa.pub");

    private PublicKeys() {}

    /// A key and where it was found.
    record Found(PublicKey key, String origin) {}

    /// @throws IllegalArgumentException when the file holds no public key; the message never repeats what it holds
    static PublicKey read(Path here, String file) {
        Path path = here.resolve(unfolded(file));
        try {
            if (!Files.isRegularFile(path)) {
                throw new IllegalArgumentException("There is no file '%s'.".formatted(path));
            }
            if (Files.size(path) > LONGEST) {
                throw new IllegalArgumentException("'%s' is no public key.".formatted(path));
            }
            String text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
            return PublicKey.parse(text);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "'%s' cannot be read: %s.".formatted(path, unreadable.getMessage()),
                    unreadable);
        }
    }

    private static String unfolded(String file) {
        return file.startsWith("~/") ? System.getProperty("user.home") + file.substring(1) : file;
    }

    /// The first of `~/.ssh`, or else of the ssh-agent.
    static Optional<Found> own(Map<String, String> environment) {
        Path folder =
                Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".ssh");
        return USUAL.stream()
                .map(folder::resolve)
                .flatMap(file -> usable(file).stream())
                .findFirst()
                .or(() -> ofAgent(environment).findFirst());
    }

    private static Optional<Found> usable(Path file) {
        try {
            return Optional.of(new Found(read(file, file.toString()), file.toString()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Stream<Found> ofAgent(Map<String, String> environment) {
        String socket = environment.getOrDefault("SSH_AUTH_SOCK", "");
        if (socket.isEmpty()) {
            return Stream.of();
        }
        try (SshAgent agent = SshAgent.connect(Path.of(socket))) {
            return agent.identities().stream()
                    .map(Identity::publicKey)
                    .map(key -> new Found(PublicKey.parse(key.line()), "the ssh-agent"))
                    .toList()
                    .stream();
        } catch (IOException | IllegalArgumentException silent) {
            return Stream.of();
        }
    }
}
