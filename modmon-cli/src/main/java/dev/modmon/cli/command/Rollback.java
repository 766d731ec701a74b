package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.cluster.ClusterLink;
import dev.modmon.cli.cluster.Target;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.project.Workspace;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.RollbackRequest;
import dev.modmon.core.project.EnvironmentName;
import java.util.List;

/// `modmon rollback ENV [N]`
public final class Rollback {
    private static final Argument<Long> RELEASE =
            Argument.optional(
                    "N",
                    "A completed release; without it the one before the current",
                    Choices.NONE,
                    Numbers::release);

    public static final Signature SIGNATURE =
            new Signature(
                    "rollback",
                    Groups.DEPLOYMENT,
                    "Bring an earlier release back",
                    List.of(Arguments.ENVIRONMENT, RELEASE),
                    List.of(Arguments.MESSAGE, Arguments.DETACH),
                    List.of(
                            """
                            Everything comes back as it was in that release: images, settings, secrets. It becomes a
                            new release, and goes the same careful way as a deployment.\
                            """),
                    List.of("modmon rollback staging", "modmon rollback staging 12"));

    private final Surroundings surroundings;

    public Rollback(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(Input input) {
        Workspace workspace = Workspace.load(surroundings.directory(input));
        EnvironmentName environment = workspace.known(input.get(Arguments.ENVIRONMENT));
        Target target = new Target(workspace.name(), environment);
        RollbackRequest request =
                new RollbackRequest(
                        input.find(RELEASE).orElse(null),
                        input.get(Arguments.MESSAGE).orElse(null));
        try (ClusterLink link = surroundings.clusters().open(workspace.cluster(environment))) {
            JobReport job = link.rollback(target, request);
            JobWatch watch = JobWatch.of(surroundings.console(), target, input);
            return input.get(Arguments.DETACH) ? watch.detach(job) : watch.follow(link, job);
        }
    }
}
