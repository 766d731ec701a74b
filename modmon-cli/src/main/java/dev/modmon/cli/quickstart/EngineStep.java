package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.quickstart.engine.Engine;
import dev.modmon.cli.quickstart.engine.EngineState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Docker Engine that answers: the one that is there, else the distribution's, after asking.
final class EngineStep implements Step {
    private static final String PACKAGE = "docker.io";
    private static final String GROUP = "docker";
    private static final List<String> UNITS =
            List.of("docker.socket", "docker.service", "containerd.service");

    /// What the engine makes, and what the packages leave behind when they are purged.
    private static final List<String> FILES =
            List.of(
                    "/var/lib/docker",
                    "/var/lib/containerd",
                    "/etc/docker",
                    "/etc/cni",
                    "/run/docker",
                    "/run/containerd",
                    "/run/docker.sock");

    private final Site site;
    private final Trail trail;
    private final Engine engine;
    private final Packages packages;

    EngineStep(Site site, Trail trail, Engine engine) {
        this.site = site;
        this.trail = trail;
        this.engine = engine;
        this.packages = new Packages(site);
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
        if (BackgroundProcess.onPath("dockerd", site.environment()).isEmpty() || wasInstalled()) {
            install();
        }
        if (!isAnswering()) {
            start();
        }
        return answers();
    }

    private boolean wasInstalled() {
        return trail.find(Mark.EngineInstalled.class).isPresent();
    }

    /// Also finishes what was cut off.
    private void install() {
        if (!wasInstalled()) {
            packages.agree(
                    PACKAGE,
                    "There is no Docker engine on this machine.",
                    "engine-missing",
                    "Install one: https://docs.docker.com/engine/install/");
            List<String> files = FILES.stream().filter(file -> !exists(file)).toList();
            recordStart();
            trail.record(new Mark.EngineInstalled(packages.newWith(PACKAGE), files, !isGroup()));
        }
        packages.install(PACKAGE, trail.find(Mark.EngineInstalled.class).orElseThrow().packages());
    }

    private static boolean isGroup() {
        return Commands.worked(List.of("getent", "group", GROUP));
    }

    private static boolean exists(String file) {
        return Files.exists(Path.of(file));
    }

    private boolean isAnswering() {
        return engine.state() instanceof EngineState.Answering;
    }

    private static boolean isSystemd() {
        return exists("/run/systemd/system");
    }

    /// Before anything runs: only what is recorded is taken back.
    private void recordStart() {
        if (trail.find(Mark.EngineStarted.class).isEmpty()) {
            List<String> units =
                    isSystemd()
                            ? UNITS.stream().filter(unit -> !isActive(unit)).toList()
                            : List.of();
            trail.record(new Mark.EngineStarted(units, NetworkBefore.now(site.environment())));
        }
    }

    private static boolean isActive(String unit) {
        return Commands.worked(List.of("systemctl", "is-active", "--quiet", unit));
    }

    private void start() {
        if (!site.isRoot()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "engine-stopped",
                    "The Docker engine is installed, but does not run.",
                    isSystemd()
                            ? "Start it with 'sudo systemctl start docker', or run this as root."
                            : "Start 'dockerd' as root, or run this as root.");
        }
        recordStart();
        if (isSystemd()) {
            Commands.run(Map.of(), List.of("systemctl", "start", "docker.service"));
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
                            List.of(dockerd.toString(), "--pidfile", pidFile()),
                            log,
                            site.folder(),
                            site.environment());
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

    private String pidFile() {
        return site.folder().resolve("dockerd.pid").toString();
    }

    @Override
    public Optional<String> undo() {
        Optional<Mark.EngineStarted> started = trail.find(Mark.EngineStarted.class);
        if (started.isEmpty()) {
            return Optional.empty();
        }
        if (isAnswering() && engine.containers() > 0) {
            return Optional.of("Kept the Docker engine: it has other containers.");
        }
        stop(started.get().units());
        started.get().network().restore(site.environment());
        String said = wasInstalled() ? purge() : "Stopped the Docker engine.";
        trail.forget(Mark.EngineInstalled.class);
        trail.forget(Mark.EngineStarted.class);
        return Optional.of(said);
    }

    private void stop(List<String> units) {
        List<String> active = units.stream().filter(EngineStep::isActive).toList();
        if (!active.isEmpty()) {
            List<String> command = new ArrayList<>(List.of("systemctl", "stop"));
            command.addAll(active);
            Commands.run(Map.of(), command);
        }
        BackgroundProcess.startedWith(pidFile()).ifPresent(BackgroundProcess::stop);
    }

    private String purge() {
        Mark.EngineInstalled installed = trail.find(Mark.EngineInstalled.class).orElseThrow();
        List<String> others = packages.purge(installed.packages());
        if (!others.isEmpty()) {
            return "Stopped the Docker engine, and kept it: %s is installed and needs it."
                    .formatted(String.join(", ", others));
        }
        installed.files().forEach(file -> Folders.delete(Path.of(file)));
        if (installed.group() && isGroup()) {
            Commands.run(Map.of(), List.of("groupdel", GROUP));
        }
        return "Removed the Docker engine that was installed.";
    }
}
