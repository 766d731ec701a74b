package dev.modmon.server.git;

import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.source.SourceTree;
import dev.modmon.server.job.Commits;
import dev.modmon.server.job.UnusableBundleException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A bare repository for each project. Each commit that came in has a ref of its own, so that no
/// clean-up ever takes it away.
public final class GitCommits implements Commits {
    private static final int LATEST = 20;

    private final Path directory;

    /// @param directory where the repositories are
    public GitCommits(Path directory) {
        NoOutsideConfig.install();
        this.directory = directory;
    }

    @Override
    public Optional<SourceTree> tree(ProjectName project, CommitId commit) {
        Path folder = folder(project);
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        try (Repository repository = open(folder)) {
            return repository.exactRef(CommitRef.name(commit)) == null
                    ? Optional.empty()
                    : Optional.of(new CommitTree(() -> open(folder), commit));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s.".formatted(folder), e);
        }
    }

    @Override
    public List<CommitId> latest(ProjectName project) {
        Path folder = folder(project);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Repository repository = open(folder);
                RevWalk walk = new RevWalk(repository)) {
            List<RevCommit> commits = new ArrayList<>();
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(CommitRef.PREFIX)) {
                commits.add(walk.parseCommit(ref.getObjectId()));
            }
            return commits.stream()
                    .sorted(Comparator.comparingInt(RevCommit::getCommitTime).reversed())
                    .limit(LATEST)
                    .map(commit -> new CommitId(commit.getName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read %s.".formatted(folder), e);
        }
    }

    @Override
    public CommitId accept(ProjectName project, InputStream bundle) throws IOException {
        try (Repository repository = openOrCreate(folder(project))) {
            return new BundleImport(repository).accept(bundle);
        } catch (MissingObjectException e) {
            throw new UnusableBundleException("The bundle lacks objects that it refers to.", e);
        }
    }

    /// A [ProjectName] is harmless as a file's name.
    private Path folder(ProjectName project) {
        return directory.resolve(project + ".git");
    }

    private static Repository open(Path folder) {
        try {
            return new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .setMustExist(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open %s.".formatted(folder), e);
        }
    }

    /// Made beside its place and then moved there, so that a crash leaves none that is half made.
    private Repository openOrCreate(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Path fresh = Files.createTempDirectory(directory, ".new-");
            try (Repository repository =
                    new FileRepositoryBuilder().setGitDir(fresh.toFile()).setBare().build()) {
                repository.create(true);
            }
            try {
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException _) {
                // Somebody else was faster.
            }
        }
        return open(folder);
    }

    /// Where a commit is held on to.
    static final class CommitRef {
        static final String PREFIX = "refs/modmon/commits/";

        private CommitRef() {}

        static String name(CommitId commit) {
            return PREFIX + commit;
        }

        static String name(ObjectId commit) {
            return PREFIX + commit.name();
        }
    }
}
