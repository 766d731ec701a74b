package dev.modmon.cli.quickstart;

import dev.modmon.cli.cluster.ClusterLink;
import dev.modmon.cli.cluster.Target;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.project.EnvironmentName;
import java.nio.file.Path;

/// The cluster that the example's own files name, reached as any other.
final class ExampleCluster {
    static final EnvironmentName ENVIRONMENT = new EnvironmentName("local");

    private final Surroundings surroundings;
    private final Path directory;

    ExampleCluster(Surroundings surroundings, Path directory) {
        this.surroundings = surroundings;
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    ClusterLink open() {
        return surroundings.clusters().open(Workspace.load(directory).cluster(ENVIRONMENT));
    }

    Target target() {
        return new Target(Workspace.load(directory).name(), ENVIRONMENT);
    }
}
