package dev.modmon.uiapi.client;

import dev.modmon.core.api.CommitReport;
import dev.modmon.core.api.DeployRequest;
import dev.modmon.core.api.ImagesReport;
import dev.modmon.core.api.JobReport;
import dev.modmon.core.api.LogReport;
import dev.modmon.core.api.PlanReport;
import dev.modmon.core.api.ReleaseReport;
import dev.modmon.core.api.RemovalReport;
import dev.modmon.core.api.RollbackRequest;
import dev.modmon.core.api.StatusReport;
import dev.modmon.core.api.VersionReport;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.uiapi.http.HttpRequest;
import dev.modmon.uiapi.http.RequestBody;
import dev.modmon.uiapi.json.RecordJson;
import dev.modmon.uiapi.ssh.Identities;
import dev.modmon.uiapi.tunnel.Timeouts;
import dev.modmon.uiapi.tunnel.Tunnel;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a cluster can be asked for, over a tunnel that is opened with the first request and kept.
///
/// Every operation may throw a [ProblemException], when the server says no; a
/// [dev.modmon.uiapi.tunnel.TunnelException], when it cannot be reached; and an [InvalidAnswerException]. An interrupted
/// thread gets a [java.util.concurrent.CancellationException]. May be used by any number of threads.
public final class ClusterClient implements AutoCloseable {
    /// For what a server does while the client waits: taking a bundle or an image, removing a stack.
    private static final Duration LONG_WORK = Duration.ofMinutes(30);

    private final Access access;
    private final Exchange exchange;
    private final Sleeper sleeper;
    private final Duration patience;

    private ClusterClient(Access access, Sleeper sleeper, Duration patience) {
        this.access = access;
        this.exchange = new Exchange(access);
        this.sleeper = sleeper;
        this.patience = patience;
    }

    /// Begins to load and try out, on other threads, what the first request will need. To be called as soon as it is
    /// known that there will be one; returns at once.
    public static void getReady() {
        Tunnel.getReady();
        AnswerRehearsal.begin();
    }

    /// A client of the server behind a node. Nothing is connected yet.
    public static ClusterClient of(NodeAddress node, Identities identities, Timeouts timeouts) {
        return of(
                node,
                () -> Tunnel.open(node, identities, timeouts),
                InstantSource.system(),
                Thread::sleep,
                timeouts.answer());
    }

    /// The same, but the first tunnel is opened at once, beside the caller's work; how that went is what the first
    /// request meets.
    public static ClusterClient connecting(
            NodeAddress node, Identities identities, Timeouts timeouts) {
        return of(
                node,
                TunnelAhead.begin(() -> Tunnel.open(node, identities, timeouts)),
                InstantSource.system(),
                Thread::sleep,
                timeouts.answer());
    }

    static ClusterClient of(
            NodeAddress node,
            Supplier<Tunnel> opener,
            InstantSource clock,
            Sleeper sleeper,
            Duration patience) {
        return new ClusterClient(new Access(node, opener, clock), sleeper, patience);
    }

    public NodeAddress node() {
        return access.node();
    }

    /// Whom the server takes us for.
    public String user() {
        return access.door().user();
    }

    public VersionReport version() {
        return ask(HttpRequest.get(ApiAddress.VERSION), VersionReport.class);
    }

    public StatusReport status(ProjectName project) {
        return ask(HttpRequest.get(ApiAddress.project(project, "/status")), StatusReport.class);
    }

    public StatusReport status(ProjectName project, EnvironmentName environment) {
        String path = ApiAddress.project(project, "/status?environment=" + environment);
        return ask(HttpRequest.get(path), StatusReport.class);
    }

    /// Whether the server has a commit, and which ones it has.
    public CommitReport commit(ProjectName project, CommitId commit) {
        String path = ApiAddress.project(project, "/commits/" + commit);
        return ask(HttpRequest.get(path), CommitReport.class);
    }

    /// Hands over a git bundle.
    ///
    /// @param bundle read to its end, not closed
    public CommitReport sendBundle(ProjectName project, InputStream bundle) {
        return exchange.ask(
                HttpRequest.post(
                        ApiAddress.project(project, "/commits"), RequestBody.binary(bundle)),
                LONG_WORK,
                CommitReport.class);
    }

    public PlanReport plan(
            ProjectName project, EnvironmentName environment, DeployRequest request) {
        return ask(post(project, environment, "/plan", request), PlanReport.class);
    }

    /// Begins a deployment; [#followJob] tells how it goes.
    public JobReport deploy(
            ProjectName project, EnvironmentName environment, DeployRequest request) {
        return ask(post(project, environment, "/deploy", request), JobReport.class);
    }

    /// Begins going back to an earlier release; [#followJob] tells how it goes.
    ///
    /// @param release its number; null: the last completed one before the current
    public JobReport rollback(
            ProjectName project,
            EnvironmentName environment,
            @Nullable Long release,
            @Nullable String message) {
        var request = new RollbackRequest(release, message);
        return ask(post(project, environment, "/rollback", request), JobReport.class);
    }

    public ReleaseReport.History releases(ProjectName project, EnvironmentName environment) {
        String path = ApiAddress.environment(project, environment, "/releases");
        return ask(HttpRequest.get(path), ReleaseReport.History.class);
    }

    /// Hands over what the tasks of a service wrote, line by line; when following, until the connection ends.
    public void logs(
            ProjectName project,
            EnvironmentName environment,
            ServiceName service,
            LogSelection selection,
            Consumer<LogReport> lines) {
        String path =
                ApiAddress.environment(
                        project, environment, "/services/%s/logs".formatted(service));
        exchange.follow(HttpRequest.get(path + selection.query()), LogReport.class, lines);
    }

    public JobReport job(String id) {
        return ask(HttpRequest.get(ApiAddress.job(id, "")), JobReport.class);
    }

    /// Tells what happens during a job from its beginning to its end, and connects again when the tunnel breaks off.
    public void followJob(String id, JobListener listener) {
        new JobFollower(exchange, access, sleeper, listener)
                .follow(HttpRequest.get(ApiAddress.job(id, "/events")));
    }

    /// Removes an environment's stack.
    ///
    /// @param volumes whether its volumes, and all that is in them, go as well
    public RemovalReport removeEnvironment(
            ProjectName project, EnvironmentName environment, boolean volumes) {
        String path = ApiAddress.environment(project, environment, volumes ? "?volumes=true" : "");
        return exchange.ask(HttpRequest.delete(path), LONG_WORK, RemovalReport.class);
    }

    /// Loads images into the node's engine.
    ///
    /// @param tar what `docker save` writes; read to its end, not closed
    public ImagesReport loadImage(InputStream tar) {
        return exchange.ask(
                HttpRequest.post(
                        ApiAddress.IMAGES, new RequestBody.Streamed("application/x-tar", tar)),
                LONG_WORK,
                ImagesReport.class);
    }

    @Override
    public void close() {
        access.close();
    }

    private <T> T ask(HttpRequest request, Class<T> type) {
        return exchange.ask(request, patience, type);
    }

    private static HttpRequest post(
            ProjectName project, EnvironmentName environment, String operation, Record body) {
        return HttpRequest.post(
                ApiAddress.environment(project, environment, operation),
                RequestBody.json(RecordJson.write(body)));
    }
}
