package dev.modmon.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A master repo as a folder on disk: the work tree, with what is not committed yet.
public final class DirectoryTree implements SourceTree {
    private final Path root;

    /// @param root may itself be reached through links
    public DirectoryTree(Path root) {
        this.root = root;
    }

    @Override
    public Optional<SourceFile> read(String path) {
        try {
            Optional<Path> file = find(path);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            if (!Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)) {
                throw new SourceException(path, "%s is not a regular file.".formatted(path));
            }
            return Optional.of(SourceFile.of(path, content(file.get())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    @Override
    public List<String> list(String directory) {
        try {
            Optional<Path> found = find(directory);
            if (found.isEmpty()) {
                return List.of();
            }
            try (Stream<Path> entries = Files.list(found.get())) {
                return entries.map(it -> it.getFileName().toString()).sorted().toList();
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /// Walks from the root step by step, so that a link is seen wherever it stands.
    private Optional<Path> find(String path) throws IOException {
        Path at = root.toRealPath();
        for (String step : SourcePath.of(path).steps()) {
            at = at.resolve(step);
            if (Files.isSymbolicLink(at)) {
                throw new SourceException(
                        path,
                        "%s is a symbolic link, or lies behind one; links are not followed."
                                .formatted(path));
            }
            if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    /// One byte more than is allowed, so that a file that grows meanwhile is refused as well.
    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(MAX_FILE_BYTES + 1);
        }
    }

    private static SourceException unreadable(String path, IOException e) {
        return new SourceException(
                path, "%s cannot be read: %s.".formatted(path, e.getClass().getSimpleName()), e);
    }
}
