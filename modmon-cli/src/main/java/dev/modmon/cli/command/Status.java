package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.cluster.ClusterLink;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.api.StatusReport;
import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.project.EnvironmentName;
import java.util.List;
import java.util.Optional;

/// `modmon status [ENV]`
public final class Status {
    public static final Signature SIGNATURE =
            new Signature(
                    "status",
                    Groups.DEPLOYMENT,
                    "Show what runs",
                    List.of(Arguments.OPTIONAL_ENVIRONMENT),
                    List.of(),
                    List.of("Without ENV all environments of the project are shown."),
                    List.of("modmon status", "modmon status production --json"));

    private final Surroundings surroundings;

    public Status(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(Input input) {
        Workspace workspace = Workspace.load(surroundings.directory(input));
        Optional<EnvironmentName> environment =
                input.find(Arguments.OPTIONAL_ENVIRONMENT)
                        .map(workspace::known)
                        .or(() -> onlyOne(workspace));
        try (ClusterLink link = surroundings.clusters().open(cluster(workspace, environment))) {
            StatusReport report = link.status(workspace.name(), environment);
            if (input.get(CommonOptions.JSON)) {
                surroundings.console().print(Json.of(report));
            } else {
                new StatusText(surroundings.console()).print(report);
            }
            return ExitCode.DONE;
        }
    }

    private static Optional<EnvironmentName> onlyOne(Workspace workspace) {
        return workspace.environments().size() == 1
                ? Optional.of(workspace.only())
                : Optional.empty();
    }

    private static Cluster cluster(Workspace workspace, Optional<EnvironmentName> environment) {
        return environment
                .map(workspace::cluster)
                .or(workspace::commonCluster)
                .orElseThrow(() ->
                        new UsageFailure(
                                "The environments of '%s' run on several clusters."
                                        .formatted(workspace.name()),
                                "Say which one: modmon status ENV"));
    }
}
