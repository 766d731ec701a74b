package dev.modmon.cli.cluster;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.core.api.CommitReport;
import dev.modmon.core.api.DeployReport;
import dev.modmon.core.api.DeployReport.ServiceReport;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.api.ImagesReport;
import dev.modmon.core.api.JobEvent;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.LogReport;
import dev.modmon.core.api.Outcome;
import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.PlanReport.PlannedChange;
import dev.modmon.core.api.PlanReport.PlannedStep;
import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.api.RollbackRequest;
import dev.modmon.core.api.StatusReport;
import dev.modmon.core.api.StatusReport.ClusterStatus;
import dev.modmon.core.api.StatusReport.EnvironmentStatus;
import dev.modmon.core.api.StatusReport.ServiceStatus;
import dev.modmon.core.cluster.Cluster;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A cluster on which one thing happens, and which remembers what it was asked for.
public final class FakeCluster implements ClusterAccess, ClusterLink {
    /// How it is.
    public enum Mood {
        WELL,
        UNCHANGED,
        DOWNTIME,
        REVERTING,
        FAILING,
        UNREACHABLE,
        DENYING,
        LOSING_CONNECTION,
        EMPTY
    }

    private static final String WEB = "registry.example.com/shop/web:";
    private static final String DIGEST =
            "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String AT = "2026-11-22T12:00:00.000Z";

    private final Mood mood;
    private final List<String> asked = new ArrayList<>();
    private Optional<DeployRequest> request = Optional.empty();
    private Optional<byte[]> bundle = Optional.empty();
    private boolean closed;
    private Runnable following = () -> {};

    public FakeCluster(Mood mood) {
        this.mood = mood;
    }

    public List<String> asked() {
        return asked;
    }

    public DeployRequest request() {
        return request.orElseThrow();
    }

    public byte[] bundle() {
        return bundle.orElseThrow();
    }

    /// Something that happens in the middle of a job.
    public FakeCluster whileFollowing(Runnable action) {
        following = action;
        return this;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public ClusterLink open(Cluster cluster) {
        asked.add("open " + cluster.name());
        if (mood == Mood.UNREACHABLE) {
            throw new Failure(
                    ExitCode.UNREACHABLE,
                    "cluster-unreachable",
                    "modmon@node1.example.com:22 cannot be reached: Connection refused.",
                    "Check 'host' and 'port' in the cluster's file.");
        }
        return this;
    }

    private void ask(String what) {
        asked.add(what);
        if (mood == Mood.DENYING) {
            throw new Failure(
                    ExitCode.DENIED,
                    "not-permitted",
                    "User 'mike' may not do this: it needs the permission 'deploy'.",
                    "An admin can give it in access.yaml.");
        }
    }

    @Override
    public StatusReport status(ProjectName project, Optional<EnvironmentName> environment) {
        ask("status");
        ClusterStatus cluster = new ClusterStatus("0.1.0", "20.10.24", 1, 1);
        if (mood == Mood.EMPTY) {
            return new StatusReport(project.value(), cluster, true, List.of());
        }
        boolean well = mood != Mood.FAILING;
        List<ServiceStatus> services =
                List.of(
                        new ServiceStatus(
                                "api",
                                "registry.example.com/shop/api:v1" + DIGEST,
                                2,
                                2,
                                1L,
                                List.of(),
                                ""),
                        new ServiceStatus(
                                "web",
                                WEB + "v2" + DIGEST,
                                2,
                                well ? 2 : 1,
                                3L,
                                List.of("80->8080/tcp"),
                                well
                                        ? ""
                                        : "task 2 waits: no suitable node (host-mode port already in use)"));
        return new StatusReport(
                project.value(),
                cluster,
                well,
                List.of(
                        new EnvironmentStatus(
                                environment.map(EnvironmentName::value).orElse("staging"),
                                3L,
                                "1a2b3c4d5e6f70819203a4b5c6d7e8f901234567",
                                null,
                                services)));
    }

    @Override
    public CommitReport commit(ProjectName project, CommitId commit) {
        ask("commit");
        return new CommitReport(
                commit.value(), mood == Mood.UNCHANGED, List.of("not a commit", "f".repeat(40)));
    }

    @Override
    public void send(ProjectName project, Path file) {
        ask("send");
        try {
            bundle = Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PlanReport plan(Target target, DeployRequest wanted) {
        ask("plan");
        request = Optional.of(wanted);
        List<PlannedStep> steps =
                mood == Mood.UNCHANGED
                        ? List.of()
                        : List.of(
                                new PlannedStep("create-network", "default", false, "", List.of()),
                                new PlannedStep("create", "cache", false, "", List.of()),
                                new PlannedStep("await", "cache", false, "", List.of()),
                                new PlannedStep(
                                        "update",
                                        "web",
                                        true,
                                        mood == Mood.DOWNTIME
                                                ? "it publishes port 80 of the node"
                                                : "",
                                        List.of(
                                                new PlannedChange("image", WEB + "v1", WEB + "v2"),
                                                new PlannedChange(
                                                        "environment.APP_ENV", "", "staging"),
                                                new PlannedChange("environment.OLD", "x", ""))),
                                new PlannedStep("await", "web", false, "", List.of()));
        return new PlanReport(
                target.project().value(),
                target.environment().value(),
                wanted.commit(),
                !steps.isEmpty(),
                mood == Mood.DOWNTIME ? withRemoval(steps) : steps,
                List.of("api"));
    }

    private static List<PlannedStep> withRemoval(List<PlannedStep> steps) {
        List<PlannedStep> more = new ArrayList<>(steps);
        more.add(new PlannedStep("remove", "worker", false, "", List.of()));
        return more;
    }

    @Override
    public JobReport deploy(Target target, DeployRequest wanted) {
        ask("deploy");
        request = Optional.of(wanted);
        return job("deploy", target);
    }

    @Override
    public JobReport rollback(Target target, RollbackRequest wanted) {
        ask("rollback to " + wanted.release() + " because " + wanted.message());
        return job("rollback", target);
    }

    private static JobReport job(String kind, Target target) {
        return new JobReport(
                "job-7",
                kind,
                target.project().value(),
                target.environment().value(),
                "alex",
                "running",
                null);
    }

    @Override
    public void follow(String job, Watcher watcher) {
        ask("follow " + job);
        watcher.happened(new JobEvent.Phase(AT, "checking", "checks images"));
        watcher.happened(new JobEvent.Phase(AT, "updating", ""));
        watcher.happened(new JobEvent.Service(AT, "api", "unchanged", 2, 2, ""));
        watcher.happened(
                new JobEvent.Service(AT, "web", "starting", 0, 2, "waits for its health check"));
        following.run();
        if (mood == Mood.LOSING_CONNECTION) {
            watcher.connectionLost();
            throw new Failure(
                    ExitCode.UNREACHABLE, "cluster-unreachable", "node1 does not answer.", "");
        }
        boolean well = mood == Mood.WELL || mood == Mood.UNCHANGED || mood == Mood.DOWNTIME;
        watcher.happened(
                well
                        ? new JobEvent.Service(AT, "web", "healthy", 2, 2, "")
                        : new JobEvent.Service(
                                AT, "web", "failed", 0, 2, "not healthy within 30 s"));
        if (!well) {
            watcher.happened(
                    new JobEvent.Phase(AT, "reverting", "brings the previous release back"));
        }
        watcher.happened(new JobEvent.Finished(AT, report(well)));
    }

    private DeployReport report(boolean well) {
        List<String> logs = List.of("Listening on 8080", "Cannot connect to api: refused");
        ServiceReport api =
                new ServiceReport(
                        "api",
                        "unchanged",
                        "registry.example.com/shop/api:v1" + DIGEST,
                        "",
                        List.of());
        ServiceReport web =
                well
                        ? new ServiceReport("web", "updated", WEB + "v2" + DIGEST, "", List.of())
                        : new ServiceReport(
                                "web",
                                mood == Mood.FAILING ? "failed" : "reverted",
                                WEB + "v1" + DIGEST,
                                "is unhealthy: its health check says 'refused'",
                                logs);
        Outcome outcome =
                well ? Outcome.COMPLETED : mood == Mood.FAILING ? Outcome.FAILED : Outcome.REVERTED;
        return new DeployReport(
                outcome,
                "shop",
                "staging",
                4,
                well ? "" : "Service 'web' did not get healthy within 30 s.",
                well ? 8.54 : 95.2,
                List.of(api, web));
    }

    @Override
    public ReleaseReport.History releases(Target target) {
        ask("releases");
        String project = target.project().value();
        String environment = target.environment().value();
        if (mood == Mood.EMPTY) {
            return new ReleaseReport.History(project, environment, List.of());
        }
        return new ReleaseReport.History(
                project,
                environment,
                List.of(
                        release(
                                4,
                                "deploy",
                                "v3",
                                "2026-11-22T11:56:00Z",
                                Outcome.REVERTED,
                                "Service 'web' did not get healthy within 30 s.\nMore"),
                        release(3, "rollback", "v1", "2026-11-22T09:00:00Z", Outcome.COMPLETED, ""),
                        release(2, "deploy", "v2", "2026-11-10T09:00:00Z", Outcome.COMPLETED, "")));
    }

    private static ReleaseReport release(
            long number, String kind, String tag, String started, Outcome outcome, String reason) {
        return new ReleaseReport(
                number,
                kind,
                "1a2b3c4d5e6f70819203a4b5c6d7e8f901234567",
                Map.of("web", tag, "api", "v1"),
                Map.of("web", WEB + tag + DIGEST),
                "alex",
                number == 2 ? "New checkout" : "",
                started,
                started,
                outcome,
                reason);
    }

    @Override
    public void logs(Target target, LogQuery query, Listener<LogReport> listener) {
        ask("logs " + query);
        for (String line : List.of("one", "  two \"quoted\"", "three")) {
            if (!listener.take(
                    new LogReport(query.service() + ".1", "node1", "stdout", AT, line))) {
                return;
            }
        }
    }

    @Override
    public ImagesReport load(Path archive) {
        ask("load");
        return new ImagesReport(List.of());
    }

    @Override
    public void close() {
        closed = true;
    }
}
