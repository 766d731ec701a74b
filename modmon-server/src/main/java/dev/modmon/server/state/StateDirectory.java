package dev.modmon.server.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The directory with everything the server keeps. It and the directories in it are its owner's
/// alone.
public final class StateDirectory {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private final Path root;

    private StateDirectory(Path root) {
        this.root = root;
    }

    /// Opens the directory, and creates it when it is not there.
    ///
    /// @throws IllegalArgumentException when others may enter it; it may be somebody's home, so its
    ///     permissions are left alone
    public static StateDirectory at(Path path) {
        Path root = path.toAbsolutePath().normalize();
        if (!Files.exists(root)) {
            return new StateDirectory(privateDirectory(root));
        }
        if (!isPrivate(root)) {
            throw new IllegalArgumentException(
                    "The state directory '%s' must be a directory that only its owner may enter. Run: chmod 700 %s"
                            .formatted(root, root));
        }
        return new StateDirectory(root);
    }

    private static boolean isPrivate(Path root) {
        try {
            return Files.isDirectory(root)
                    && OWNER_ONLY.containsAll(Files.getPosixFilePermissions(root));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at '%s'.".formatted(root), e);
        }
    }

    public Path root() {
        return root;
    }

    /// A file directly in the directory.
    public PrivateFile file(String name) {
        return new PrivateFile(root.resolve(name));
    }

    /// A directory in it, created when it is not there.
    public Path directory(String name) {
        return privateDirectory(root.resolve(name));
    }

    private static Path privateDirectory(Path path) {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, OWNER_ONLY);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot use '%s' as a state directory.".formatted(path), e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
