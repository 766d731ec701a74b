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
        return new Failure(
                ExitCode.FAILED,
                "engine-forbidden",
                "User '%s' may not use the Docker engine at %s."
                        .formatted(System.getProperty("user.name"), engine.address().shown()),
                "Join the group that may ('sudo usermod -aG docker %s', then log in again), or run this as root."
                        .formatted(System.getProperty("user.name")));
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
        Optional<String> stopped = stop();
        Optional<String> purged = enginePackage.purge();
        return purged.or(() -> stopped);
    }

    private Optional<String> stop() {
        Optional<Mark.EngineUnitStarted> unit = trail.find(Mark.EngineUnitStarted.class);
        Optional<Mark.EngineProcessStarted> process = trail.find(Mark.EngineProcessStarted.class);
        if (unit.isEmpty() && process.isEmpty()) {
            return Optional.empty();
        }
        if (isAnswering() && engine.containers() > 0) {
            return Optional.of("The engine was left running: it has other containers.");
        }
        unit.ifPresent(started ->
                Commands.run(
                        Map.of(),
                        List.of("systemctl", "stop", started.unit() + ".socket", started.unit())));
        process.ifPresent(started -> started.process().stop());
        trail.forget(Mark.EngineUnitStarted.class);
        trail.forget(Mark.EngineProcessStarted.class);
        return Optional.of("Stopped the engine.");
    }
}
