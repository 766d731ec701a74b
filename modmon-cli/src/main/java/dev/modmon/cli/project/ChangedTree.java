package dev.modmon.cli.project;

import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourcePath;
import dev.modmon.core.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// A tree with other texts in some of its files, and perhaps with more files.
///
/// @param texts by path
public record ChangedTree(SourceTree base, Map<String, String> texts) implements SourceTree {
    public ChangedTree {
        texts = Map.copyOf(texts);
    }

    @Override
    public Optional<SourceFile> read(String path) {
        String text = texts.get(SourcePath.of(path).toString());
        return text == null
                ? base.read(path)
                : Optional.of(SourceFile.of(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public List<String> list(String directory) {
        TreeSet<String> names = new TreeSet<>(base.list(directory));
        String folder = directory + "/";
        texts.keySet().stream()
                .filter(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length()).split("/", 2)[0])
                .forEach(names::add);
        return List.copyOf(names);
    }
}
