package dev.modmon.server.docker;

import dev.modmon.server.rollout.ContainerPlatform;
import dev.modmon.server.rollout.ImageSource;
import dev.modmon.server.rollout.ServiceLogs;
import dev.modmon.server.rollout.Sleeper;
import dev.modmon.server.rollout.Swarm;
import java.net.URI;

/// One Docker Engine, in its parts. Contacts it when it is first used.
public final class DockerEngine implements AutoCloseable {
    public static final URI DEFAULT_HOST = URI.create("unix:///var/run/docker.sock");

    private final EngineApi api;
    private final ContainerPlatform platform;
    private final ImageSource images;
    private final ServiceLogs logs;
    private final Swarm swarm;

    /// @param host as in `DOCKER_HOST`, such as `unix:///var/run/docker.sock`
    public DockerEngine(URI host, Sleeper sleeper) {
        ImageCatalog catalog = new ImageCatalog();
        api = new EngineApi(host);
        platform = new DockerContainerPlatform(api, catalog);
        images = new DockerImageSource(api, catalog);
        logs = new DockerServiceLogs(api);
        swarm = new DockerSwarm(api, sleeper);
    }

    public ContainerPlatform platform() {
        return platform;
    }

    public ImageSource images() {
        return images;
    }

    public ServiceLogs logs() {
        return logs;
    }

    public Swarm swarm() {
        return swarm;
    }

    @Override
    public void close() {
        api.close();
    }
}
