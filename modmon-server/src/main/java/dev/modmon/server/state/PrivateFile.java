package dev.modmon.server.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A file that only this account can read, replaced as a whole: a reader sees the old text or the
/// new one, and so does everybody after a crash.
public final class PrivateFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final Path directory;

    public PrivateFile(Path path) {
        this.path = path.toAbsolutePath();
        this.directory = Objects.requireNonNull(this.path.getParent());
    }

    public Path path() {
        return path;
    }

    /// The file's text; empty when there is no such file.
    public Optional<String> read() {
        try {
            return Optional.of(Files.readString(path));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s.".formatted(path), e);
        }
    }

    public void write(String text) {
        write(text, true);
    }

    /// Replaces the file without waiting for the disk: what it says does not matter after a crash.
    public void writeFleeting(String text) {
        write(text, false);
    }

    private void write(String text, boolean durable) {
        Path fresh = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            fresh,
                            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                            OWNER_ONLY)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                if (durable) {
                    channel.force(true);
                }
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
            if (durable) {
                syncDirectory(directory);
            }
        } catch (IOException e) {
            discard(fresh);
            throw new UncheckedIOException("Cannot write %s.".formatted(path), e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete %s.".formatted(path), e);
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The failure to write is what gets reported.
        }
    }

    /// Without it the new name may be lost with the power.
    private static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
