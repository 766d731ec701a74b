package dev.modmon.cli.project;

import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.cluster.ClusterReader;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ClusterSource;
import dev.modmon.core.source.DirectoryTree;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// A quick look at which cluster a master repo is about: nothing else of it is read.
public final class OnlyCluster {
    private OnlyCluster() {}

    /// Empty when there are several, or something is wrong with the files, which [Workspace#load] tells.
    ///
    /// @param directory the master repo, or a folder in it
    public static Optional<Cluster> of(Path directory) {
        Diagnostics diagnostics = new Diagnostics();
        var files = new DirectoryTree(Inspection.rootOf(directory));
        Collection<Cluster> clusters =
                new ClusterReader(files, diagnostics)
                        .read(new ClusterSource.InProject())
                        .byName()
                        .values();
        return clusters.size() == 1 && !diagnostics.hasErrors()
                ? Optional.of(clusters.iterator().next())
                : Optional.empty();
    }
}
