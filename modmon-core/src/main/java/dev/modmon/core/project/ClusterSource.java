package dev.modmon.core.project;

import dev.modmon.core.source.Place;

/// Where the clusters of a project are described.
public sealed interface ClusterSource {
    /// In `.modmon/clusters` of the master repo.
    record InProject() implements ClusterSource {}

    /// In a git repository that projects share.
    ///
    /// @param place where its address stands
    record InRepo(GitUrl url, Place place) implements ClusterSource {}
}
