package dev.modmon.core.api;

import java.util.List;

/// Whether a server has a commit of a project's master repo.
///
/// @param have the latest commits that it has of the project, newest first: a client that hands over a
///     bundle leaves out what these contain
public record CommitReport(String commit, boolean known, List<String> have) {
    public CommitReport {
        have = List.copyOf(have);
    }
}
