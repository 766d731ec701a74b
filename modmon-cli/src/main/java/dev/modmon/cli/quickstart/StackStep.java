package dev.modmon.cli.quickstart;

import dev.modmon.cli.cluster.ClusterLink;
import dev.modmon.cli.cluster.Target;
import dev.modmon.cli.command.Deploy;
import dev.modmon.cli.command.Wish;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.quickstart.engine.Engine;
import dev.modmon.cli.quickstart.engine.StackRemoval;
import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.Outcome;
import dev.modmon.core.api.StatusReport.EnvironmentStatus;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.RepoName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The example, deployed as everything is deployed.
final class StackStep implements Step {
    private static final SortedMap<RepoName, ImageTag> TAGS =
            new TreeMap<>(
                    Map.of(
                            new RepoName("web"), new ImageTag("v1"),
                            new RepoName("counter"), new ImageTag("v1")));

    private final Trail trail;
    private final Engine engine;
    private final ExampleCluster cluster;
    private final Deploy deploy;
    private final boolean json;

    StackStep(Trail trail, Engine engine, ExampleCluster cluster, Deploy deploy, boolean json) {
        this.trail = trail;
        this.engine = engine;
        this.cluster = cluster;
        this.deploy = deploy;
        this.json = json;
    }

    @Override
    public String name() {
        return "deploy";
    }

    @Override
    public Optional<String> present() {
        try (ClusterLink link = cluster.open()) {
            Target target = cluster.target();
            List<EnvironmentStatus> environments =
                    link.status(target.project(), Optional.of(target.environment())).environments();
            boolean runs =
                    environments.stream()
                            .anyMatch(environment ->
                                    environment.release() != null && isWell(environment));
            return runs
                    ? Optional.of("The example runs as '%s'.".formatted(stack(target)))
                    : Optional.empty();
        }
    }

    private static boolean isWell(EnvironmentStatus environment) {
        return !environment.services().isEmpty()
                && environment.services().stream()
                        .allMatch(service -> service.running() >= service.desired());
    }

    private static String stack(Target target) {
        return new StackName(target.project(), target.environment()).toString();
    }

    @Override
    public String apply() {
        String stack = stack(cluster.target());
        trail.record(new Mark.StackDeployed(stack));
        Wish wish = new Wish(cluster.directory(), ExampleCluster.ENVIRONMENT, TAGS);
        DeployReport report = deploy.deploy(wish, "Modmon quickstart", json);
        if (report.outcome() != Outcome.COMPLETED) {
            throw failure(report);
        }
        return "The example runs as '%s', release %d.".formatted(stack, report.release());
    }

    private static Failure failure(DeployReport report) {
        StringBuilder why = new StringBuilder();
        report.services().stream()
                .filter(service -> !service.reason().isEmpty())
                .forEach(service -> {
                    why.append(service.name()).append(": ").append(service.reason()).append('\n');
                    service.logs().forEach(line -> why.append("  | ").append(line).append('\n'));
                });
        return new Failure(
                ExitCode.FAILED,
                "example-failed",
                "The example could not be deployed: %s".formatted(report.reason()),
                why.toString());
    }

    @Override
    public Optional<String> undo() {
        Optional<Mark.StackDeployed> deployed = trail.find(Mark.StackDeployed.class);
        if (deployed.isEmpty()) {
            return Optional.empty();
        }
        engine.require();
        if (engine.info().inSwarm()) {
            new StackRemoval(engine, deployed.get().stack()).run();
        }
        trail.forget(Mark.StackDeployed.class);
        return Optional.of(
                "Removed the stack '%s' with its volumes.".formatted(deployed.get().stack()));
    }
}
