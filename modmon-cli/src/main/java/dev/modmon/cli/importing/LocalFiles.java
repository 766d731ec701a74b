package dev.modmon.cli.importing;

import dev.modmon.core.importer.Originals;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of this machine. Links are followed where the user wrote a path, not inside folders.
public final class LocalFiles implements Originals {
    private static final int MOST_FILES = 200;
    private static final long MOST_BYTES = 10L * 1024 * 1024;

    @Override
    public Kind kind(Path path) {
        if (!Files.exists(path)) {
            return Kind.ABSENT;
        }
        return Files.isRegularFile(path)
                ? Kind.FILE
                : Files.isDirectory(path) ? Kind.FOLDER : Kind.OTHER;
    }

    @Override
    public Optional<SourceFile> text(Path file, String path) {
        if (kind(file) != Kind.FILE) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(
                    SourceFile.of(path, utf8(in.readNBytes(SourceTree.MAX_FILE_BYTES + 1))));
        } catch (IOException unreadable) {
            throw new SourceException(
                    path,
                    "%s cannot be read: %s.".formatted(path, unreadable.getMessage()),
                    unreadable);
        }
    }

    /// Windows tools write UTF-16 now and then, and Compose reads it.
    private static byte[] utf8(byte[] content) {
        return startsWith(content, 0xfe, 0xff)
                ? recoded(content, StandardCharsets.UTF_16BE)
                : startsWith(content, 0xff, 0xfe)
                        ? recoded(content, StandardCharsets.UTF_16LE)
                        : content;
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }

    private static byte[] recoded(byte[] content, Charset charset) {
        return new String(content, charset).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<List<Path>> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = new ArrayList<>();
            long bytes = 0;
            for (Path path : (Iterable<Path>) all::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(folder.relativize(path));
                    bytes += Files.size(path);
                }
                if (files.size() > MOST_FILES || bytes > MOST_BYTES || !Files.isReadable(path)) {
                    return Optional.empty();
                }
            }
            return Optional.of(files);
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }
}
