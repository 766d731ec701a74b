package dev.modmon.server.operation;

import dev.modmon.core.api.StatusReport;
import dev.modmon.core.api.StatusReport.EnvironmentStatus;
import dev.modmon.core.api.StatusReport.ServiceStatus;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.server.job.JobId;
import dev.modmon.server.job.JobQueue;
import dev.modmon.server.job.Release;
import dev.modmon.server.job.Releases;
import dev.modmon.server.job.Target;
import dev.modmon.server.rollout.ContainerPlatform;
import dev.modmon.server.rollout.Swarm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What runs, put together from the engine and the history.
public final class Statuses {
    private final ContainerPlatform platform;
    private final Swarm swarm;
    private final Releases releases;
    private final JobQueue queue;
    private final String version;

    public Statuses(
            ContainerPlatform platform,
            Swarm swarm,
            Releases releases,
            JobQueue queue,
            String version) {
        this.platform = platform;
        this.swarm = swarm;
        this.releases = releases;
        this.queue = queue;
        this.version = version;
    }

    /// @param only empty: every environment that has a history
    StatusReport of(ProjectName project, Optional<EnvironmentName> only) {
        Swarm.Nodes nodes = swarm.nodes();
        List<EnvironmentName> names =
                only.map(List::of).orElseGet(() -> releases.environments(project));
        List<EnvironmentStatus> environments =
                names.stream().map(name -> environment(new Target(project, name))).toList();
        return new StatusReport(
                project.value(),
                new StatusReport.ClusterStatus(version, swarm.engine(), nodes.ready(), nodes.all()),
                environments.stream()
                        .flatMap(environment -> environment.services().stream())
                        .allMatch(service -> service.note().isEmpty()),
                environments);
    }

    private EnvironmentStatus environment(Target target) {
        Optional<Release> last = releases.lastCompleted(target);
        return new EnvironmentStatus(
                target.environment().value(),
                last.map(Release::number).orElse(null),
                last.map(release -> release.report().commit()).orElse(null),
                queue.current(target).map(JobId::value).orElse(null),
                platform.observe(target.stack()).services().stream()
                        .map(Statuses::service)
                        .toList());
    }

    private static ServiceStatus service(ObservedService service) {
        int desired = desired(service);
        int running =
                (int)
                        service.tasks().stream()
                                .filter(task -> task.wanted() && task.isRunning())
                                .count();
        return new ServiceStatus(
                service.spec().name().value(),
                service.spec().container().image().value(),
                desired,
                running,
                service.release().isPresent() ? service.release().getAsLong() : null,
                service.spec().ports().stream().map(Statuses::port).toList(),
                running >= desired ? "" : note(service));
    }

    private static int desired(ObservedService service) {
        return switch (service.spec().deploy().mode()) {
            case ServiceMode.Replicated(var replicas) -> replicas;
            case ServiceMode.ReplicatedJob(var completions) -> completions;
            case ServiceMode.Global _, ServiceMode.GlobalJob _ ->
                    (int) service.tasks().stream().filter(ObservedTask::wanted).count();
        };
    }

    private static String port(PortSpec port) {
        return "%d->%d/%s"
                .formatted(
                        port.published(),
                        port.target(),
                        port.protocol().name().toLowerCase(Locale.ROOT));
    }

    /// What the engine says of the newest task that does not run.
    private static String note(ObservedService service) {
        return service.tasks().stream()
                .filter(task -> !task.isRunning())
                .map(Statuses::told)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("Its tasks are not running yet.");
    }

    private static String told(ObservedTask task) {
        String state = task.state().name().toLowerCase(Locale.ROOT);
        String text = task.error().isEmpty() ? task.message() : task.error();
        return text.isBlank() ? "Its newest task is %s.".formatted(state) : state + ": " + text;
    }
}
