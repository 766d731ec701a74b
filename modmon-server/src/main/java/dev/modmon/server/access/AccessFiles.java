package dev.modmon.server.access;

import dev.modmon.core.access.AccessRules;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a master repo that say who may do what, apart from the rest.
///
/// @param texts by path
public record AccessFiles(SortedMap<String, String> texts) implements SourceTree {
    public AccessFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public static AccessFiles of(Map<String, String> texts) {
        return new AccessFiles(new TreeMap<>(texts));
    }

    /// @throws dev.modmon.core.source.SourceException when one of them cannot be read
    public static AccessFiles in(SourceTree tree) {
        SortedMap<String, String> texts = new TreeMap<>();
        tree.read(AccessRules.FILE).ifPresent(file -> texts.put(file.path(), file.text()));
        for (String name : tree.list(AccessRules.KEYS)) {
            tree.read(AccessRules.KEYS + "/" + name)
                    .ifPresent(file -> texts.put(file.path(), file.text()));
        }
        return new AccessFiles(texts);
    }

    /// Whether the master repo says anything about access.
    public boolean isEmpty() {
        return !texts.containsKey(AccessRules.FILE);
    }

    @Override
    public Optional<SourceFile> read(String path) {
        return Optional.ofNullable(texts.get(path)).map(text -> new SourceFile(path, text));
    }

    @Override
    public List<String> list(String directory) {
        String prefix = directory + "/";
        return texts.keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()).replaceAll("/.*", ""))
                .distinct()
                .sorted()
                .toList();
    }
}
