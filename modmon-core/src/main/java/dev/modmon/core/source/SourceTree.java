package dev.modmon.core.source;

import java.util.List;
import java.util.Optional;

/// Port: the files of a master repo, be it a folder on disk or a commit in a git repository.
///
/// No implementation follows a symbolic link, enters a submodule or leaves the root; such an entry
/// is refused with a [SourceException].
public interface SourceTree {
    /// The file's text, or empty when there is none.
    ///
    /// @throws SourceException when the entry cannot be read as UTF-8 text, is too large
    ///     ([#MAX_FILE_BYTES]) or would leave the tree
    Optional<SourceFile> read(String path);

    /// Names of the entries directly in this directory, sorted; empty when there is no such directory.
    List<String> list(String directory);

    /// Larger files are refused: 4 MiB.
    int MAX_FILE_BYTES = 4 * 1024 * 1024;
}
