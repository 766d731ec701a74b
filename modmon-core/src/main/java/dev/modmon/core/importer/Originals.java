package dev.modmon.core.importer;

import dev.modmon.core.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Port: the files that an import starts from, wherever they lie on this machine.
public interface Originals {
    /// What a path leads to.
    enum Kind {
        ABSENT,
        FILE,
        FOLDER,
        OTHER
    }

    Kind kind(Path path);

    /// A file's text under a name, or empty when there is no such file.
    ///
    /// @param path the name that places in it are told with
    /// @throws dev.modmon.core.source.SourceException when it is not UTF-8 text or too large
    Optional<SourceFile> text(Path file, String path);

    /// The regular files of a folder and its folders, relative to it; empty when they are too many or
    /// too large to be part of a master repo, or cannot all be read.
    Optional<List<Path>> files(Path folder);
}
