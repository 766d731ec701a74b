package dev.modmon.cli.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// What was typed in earlier sessions; nobody else's business.
final class HistoryFile {
    private HistoryFile() {}

    static Path in(Path home) {
        Path file = home.resolve("history");
        try {
            Files.createDirectories(home, permissions("rwx------"));
            Files.createFile(file, permissions("rw-------"));
        } catch (FileAlreadyExistsException there) {
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "The history '%s' cannot be written.".formatted(file), unwritable);
        }
        return file;
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
