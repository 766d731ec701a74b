package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.quickstart.engine.Engine;
import dev.modmon.cli.quickstart.engine.EngineState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Docker Engine that answers: the one that is there, else the distribution's, after asking.
final class EngineStep implements Step {
    private static final String UNIT = "docker";

    private final Site site;
    private final Trail trail;
    private final Engine engine;
    private final EnginePackage enginePackage;

    EngineStep(Site site, Trail trail, Engine engine) {
        this.site = site;
        this.trail = trail;
        this.engine = engine;
        this.enginePackage = new EnginePackage(site, trail);
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Optional<String> present() {
        return switch (engine.state()) {
            case EngineState.Answering() -> Optional.of(answers());
            case EngineState.Forbidden() -> throw forbidden();
            case EngineState.Silent() -> Optional.empty();
        };
    }

    private String answers() {
        return "Docker Engine %s answers at %s."
                .formatted(engine.info().version(), engine.address().shown());
    }

    private Failure forbidden() {
        // A number without an entry in /etc/passwd has the name '?'.
        String name = System.getProperty("user.name", "?");
        boolean known = !name.equals("?");
        return new Failure(
                ExitCode.FAILED,
                "engine-forbidden",
                "%s may not use the Docker engine at %s."
                        .formatted(
                                known ? "User '%s'".formatted(name) : "This user",
                                engine.address().shown()),
                "Join the group that may ('sudo usermod -aG docker %s', then log in again), or run this as root."
                        .formatted(known ? name : "USER"));
    }

    @Override
    public String apply() {
        if (!engine.address().usual()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "engine-unreachable",
                    "No Docker engine answers at DOCKER_HOST, %s."
                            .formatted(engine.address().shown()),
                    "Start that engine, or unset DOCKER_HOST.");
        }
        if (BackgroundProcess.onPath("dockerd", site.environment()).isEmpty()) {
            enginePackage.install();
        }
        if (!isAnswering()) {
            start();
        }
        return answers();
    }

    private boolean isAnswering() {
        return engine.state() instanceof EngineState.Answering;
    }

    private void start() {
        boolean systemd = Files.isDirectory(Path.of("/run/systemd/system"));
        if (!site.isRoot()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "engine-stopped",
                    "The Docker engine is installed, but does not run.",
                    systemd
                            ? "Start it with 'sudo systemctl start docker', or run this as root."
                            : "Start 'dockerd' as root, or run this as root.");
        }
        if (systemd) {
            Commands.run(Map.of(), List.of("systemctl", "start", UNIT));
            trail.record(new Mark.EngineUnitStarted(UNIT));
        } else {
            startProcess();
        }
    }

    private void startProcess() {
        Path log = site.folder().resolve("dockerd.log");
        Path dockerd = BackgroundProcess.onPath("dockerd", site.environment()).orElseThrow();
        try {
            Files.createDirectories(site.folder());
            BackgroundProcess process =
                    BackgroundProcess.start(
                            List.of(
                                    dockerd.toString(),
                                    "--pidfile",
                                    site.folder().resolve("dockerd.pid").toString()),
                            log,
                            site.folder(),
                            site.environment());
            trail.record(new Mark.EngineProcessStarted(process));
            if (!Poll.until(() -> isAnswering() || !process.isAlive()) || !isAnswering()) {
                throw new Failure(
                        ExitCode.FAILED,
                        "engine-stopped",
                        "The Docker engine does not start. The end of %s:".formatted(log),
                        Commands.tail(Files.readString(log)));
            }
        } catch (IOException broken) {
            throw new Failure(
                    ExitCode.FAILED,
                    "engine-stopped",
                    "The Docker engine cannot be started: %s.".formatted(broken.getMessage()),
                    "",
                    broken);
        }
    }

    @Override
    public Optional<String> undo() {
        boolean started =
                trail.find(Mark.EngineUnitStarted.class).isPresent()
                        || trail.find(Mark.EngineProcessStarted.class).isPresent();
        boolean installed = trail.find(Mark.EngineInstalled.class).isPresent();
        if (!started && !installed) {
            return Optional.empty();
        }
        if (isAnswering() && engine.containers() > 0) {
            return Optional.of("Kept the Docker engine: it has other containers.");
        }
        stop();
        enginePackage.purge();
        return Optional.of(
                installed
                        ? "Removed the Docker engine that was installed."
                        : "Stopped the Docker engine.");
    }

    private void stop() {
        trail.find(Mark.EngineUnitStarted.class)
                .ifPresent(started ->
                        Commands.run(
                                Map.of(),
                                List.of(
                                        "systemctl",
                                        "stop",
                                        started.unit() + ".socket",
                                        started.unit())));
        trail.find(Mark.EngineProcessStarted.class).ifPresent(started -> started.process().stop());
        trail.forget(Mark.EngineUnitStarted.class);
        trail.forget(Mark.EngineProcessStarted.class);
    }
}
