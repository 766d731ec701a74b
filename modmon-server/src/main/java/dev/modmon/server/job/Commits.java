package dev.modmon.server.job;

import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// Port: the commits of master repos that this server has.
public interface Commits {
    /// A commit's files; empty when the server does not have it.
    Optional<SourceTree> tree(ProjectName project, CommitId commit);

    /// The latest commits, newest first.
    List<CommitId> latest(ProjectName project);

    /// Takes in a git bundle and keeps its commit for good.
    ///
    /// @return the commit that the bundle is for
    /// @throws UnusableBundleException when it is no bundle, lacks what it builds on, or is for none or
    ///     several commits; nothing of it is kept
    CommitId accept(ProjectName project, InputStream bundle) throws IOException;
}
