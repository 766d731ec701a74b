package dev.modmon.core.importer;

import dev.modmon.core.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Files in memory; a folder is whatever has a file in it.
final class FakeOriginals implements Originals {
    private final Map<Path, String> files = new TreeMap<>();

    FakeOriginals with(String path, String text) {
        files.put(Path.of(path), text);
        return this;
    }

    @Override
    public Kind kind(Path path) {
        if (files.containsKey(path)) {
            return Kind.FILE;
        }
        return files.keySet().stream().anyMatch(file -> file.startsWith(path))
                ? Kind.FOLDER
                : Kind.ABSENT;
    }

    @Override
    public Optional<SourceFile> text(Path file, String path) {
        return Optional.ofNullable(files.get(file)).map(text -> new SourceFile(path, text));
    }

    @Override
    public Optional<List<Path>> files(Path folder) {
        return Optional.of(
                files.keySet().stream()
                        .filter(file -> file.startsWith(folder))
                        .map(folder::relativize)
                        .toList());
    }
}
