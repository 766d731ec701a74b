package dev.modmon.core.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A master repo in memory.
public final class MemoryTree implements SourceTree {
    private final Map<String, byte[]> files = new TreeMap<>();

    public MemoryTree with(String path, String text) {
        return with(path, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public MemoryTree with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    @Override
    public Optional<SourceFile> read(String path) {
        String checked = SourcePath.of(path).toString();
        return Optional.ofNullable(files.get(checked))
                .map(content -> SourceFile.of(checked, content));
    }

    @Override
    public List<String> list(String directory) {
        String prefix = SourcePath.of(directory) + "/";
        return files.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).split("/", 2)[0])
                .distinct()
                .sorted()
                .toList();
    }
}
