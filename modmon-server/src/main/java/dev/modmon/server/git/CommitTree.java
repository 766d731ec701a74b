package dev.modmon.server.git;

import dev.modmon.core.project.CommitId;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourcePath;
import dev.modmon.core.source.SourceTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/// The files of one commit, read from the repository's objects: nothing is ever checked out.
final class CommitTree implements SourceTree {
    private final Supplier<Repository> opener;
    private final CommitId commit;

    CommitTree(Supplier<Repository> opener, CommitId commit) {
        this.opener = opener;
        this.commit = commit;
    }

    @Override
    public Optional<SourceFile> read(String path) {
        try (Repository repository = opener.get()) {
            Entry entry = find(repository, path);
            if (entry == null || entry.mode().equals(FileMode.TREE)) {
                return Optional.empty();
            }
            return Optional.of(file(repository, path, entry));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static SourceFile file(Repository repository, String path, Entry entry)
            throws IOException {
        ObjectLoader blob = repository.open(entry.id());
        if (blob.getSize() > MAX_FILE_BYTES) {
            throw new SourceException(
                    path,
                    "'%s' has %d bytes; more than %d are not read."
                            .formatted(path, blob.getSize(), MAX_FILE_BYTES));
        }
        return SourceFile.of(path, blob.getCachedBytes(MAX_FILE_BYTES));
    }

    @Override
    public List<String> list(String directory) {
        try (Repository repository = opener.get();
                TreeWalk walk = new TreeWalk(repository)) {
            Entry entry = directory.isEmpty() ? root(repository) : find(repository, directory);
            if (entry == null || !entry.mode().equals(FileMode.TREE)) {
                return List.of();
            }
            walk.addTree(entry.id());
            List<String> names = new ArrayList<>();
            while (walk.next()) {
                names.add(walk.getNameString());
            }
            return names.stream().sorted().toList();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /// Goes down step by step, so that a link on the way is seen and not merely not found.
    private @Nullable Entry find(Repository repository, String path) throws IOException {
        Entry entry = root(repository);
        for (String name : SourcePath.of(path).steps()) {
            if (!entry.mode().equals(FileMode.TREE)) {
                return null;
            }
            Entry below = child(repository, entry.id(), name);
            if (below == null) {
                return null;
            }
            refuseLinks(path, below);
            entry = below;
        }
        return entry;
    }

    private Entry root(Repository repository) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return new Entry(
                    FileMode.TREE, walk.parseCommit(ObjectId.fromString(commit.value())).getTree());
        }
    }

    private static @Nullable Entry child(Repository repository, ObjectId tree, String name)
            throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            while (walk.next()) {
                if (walk.getNameString().equals(name)) {
                    return new Entry(walk.getFileMode(0), walk.getObjectId(0));
                }
            }
            return null;
        }
    }

    private static void refuseLinks(String path, Entry entry) {
        if (entry.mode().equals(FileMode.SYMLINK)) {
            throw new SourceException(
                    path,
                    "'%s' is or goes through a symbolic link, which is never followed. Put the file itself there."
                            .formatted(path));
        }
        if (entry.mode().equals(FileMode.GITLINK)) {
            throw new SourceException(
                    path,
                    "'%s' is or lies in a submodule, which is never entered. Put the file itself there."
                            .formatted(path));
        }
    }

    private SourceException unreadable(String path, IOException e) {
        return new SourceException(
                path, "'%s' of commit %s cannot be read.".formatted(path, commit), e);
    }

    private record Entry(FileMode mode, ObjectId id) {}
}
