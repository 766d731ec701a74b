package dev.modmon.cli.cluster;

import dev.modmon.core.api.CommitReport;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.api.ImagesReport;
import dev.modmon.core.api.JobEvent;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.LogReport;
import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.api.RollbackRequest;
import dev.modmon.core.api.StatusReport;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.uiapi.client.ClusterClient;
import dev.modmon.uiapi.client.JobListener;
import dev.modmon.uiapi.client.LogSelection;
import dev.modmon.uiapi.tunnel.TunnelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// A cluster through SSH. Turns what the client throws into failures, once.
final class ClientLink implements ClusterLink {
    private final ClusterClient client;
    private final Runnable closing;
    private final LinkFailures failures;

    /// @param closing what happens when the link is no longer needed
    ClientLink(ClusterClient client, Runnable closing) {
        this.client = client;
        this.closing = closing;
        this.failures = new LinkFailures();
    }

    private <T> T ask(Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException thrown) {
            throw failures.of(thrown);
        }
    }

    @Override
    public StatusReport status(ProjectName project, Optional<EnvironmentName> environment) {
        return ask(() ->
                environment.isPresent()
                        ? client.status(project, environment.get())
                        : client.status(project));
    }

    @Override
    public CommitReport commit(ProjectName project, CommitId commit) {
        return ask(() -> client.commit(project, commit));
    }

    @Override
    public void send(ProjectName project, Path bundle) {
        ask(() -> withContent(bundle, content -> client.sendBundle(project, content)));
    }

    @Override
    public PlanReport plan(Target target, DeployRequest request) {
        return ask(() -> client.plan(target.project(), target.environment(), request));
    }

    @Override
    public JobReport deploy(Target target, DeployRequest request) {
        return ask(() -> client.deploy(target.project(), target.environment(), request));
    }

    @Override
    public JobReport rollback(Target target, RollbackRequest request) {
        return ask(() ->
                client.rollback(
                        target.project(),
                        target.environment(),
                        request.release(),
                        request.message()));
    }

    @Override
    public void follow(String job, Watcher watcher) {
        ask(() -> {
            client.followJob(job, listener(watcher));
            return job;
        });
    }

    private static JobListener listener(Watcher watcher) {
        return new JobListener() {
            @Override
            public void happened(JobEvent event) {
                watcher.happened(event);
            }

            @Override
            public void reconnecting(TunnelException why, Duration pause) {
                watcher.connectionLost();
            }
        };
    }

    @Override
    public ReleaseReport.History releases(Target target) {
        return ask(() -> client.releases(target.project(), target.environment()));
    }

    @Override
    public void logs(Target target, LogQuery query, Listener<LogReport> listener) {
        ask(() -> {
            LogSelection selection = new LogSelection(query.follow(), query.tail());
            try {
                client.logs(
                        target.project(),
                        target.environment(),
                        query.service(),
                        selection,
                        line -> {
                            if (!listener.take(line)) {
                                throw new Enough();
                            }
                        });
            } catch (Enough enough) {
                return query;
            }
            return query;
        });
    }

    @Override
    public ImagesReport load(Path archive) {
        return ask(() -> withContent(archive, client::loadImage));
    }

    private interface Sending<T> {
        T send(InputStream content);
    }

    private static <T> T withContent(Path file, Sending<T> sending) {
        try (InputStream content = Files.newInputStream(file)) {
            return sending.send(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        closing.run();
    }

    /// Ends a stream of lines from inside.
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }
}
