package dev.modmon.server.door;

import dev.modmon.uiapi.ssh.InvalidSshKeyException;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The embedded endpoint's own key, which clients pin. It is made once and kept.
public final class HostKey {
    private static final String FILE = "host_ed25519";

    private HostKey() {}

    /// @param directory only its owner may enter it
    public static SshKeyPair in(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                SshKeyPair.generate().write(file, "modmon-server");
            }
            return SshKeyPair.read(file);
        } catch (IOException | InvalidSshKeyException e) {
            throw new UncheckedIOException(
                    "The host key %s cannot be used. Put it back from a backup; a new one would lock out every client that pinned it."
                            .formatted(file),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }
}
