package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// modmon-server in the background, with its own SSH endpoint, both on the loopback address.
final class ServerStep implements Step {
    private static final int API_PORT = 7180;
    private static final int SSH_PORT = 7122;

    private final Site site;
    private final Trail trail;

    ServerStep(Site site, Trail trail) {
        this.site = site;
        this.trail = trail;
    }

    @Override
    public String name() {
        return "server";
    }

    @Override
    public Optional<String> present() {
        return trail.find(Mark.ServerStarted.class)
                .filter(started -> started.process().isAlive())
                .filter(_ -> ServerFile.in(site.serverState()).isPresent())
                .map(ServerStep::sentence);
    }

    private static String sentence(Mark.ServerStarted started) {
        return "modmon-server runs on 127.0.0.1, SSH on port %d, API on port %d."
                .formatted(started.sshPort(), started.apiPort());
    }

    @Override
    public String apply() {
        // The example repo names the SSH port, so a server that is started again gets its old ones.
        Optional<Mark.ServerStarted> before = trail.find(Mark.ServerStarted.class);
        stop(before);
        int apiPort = before.map(Mark.ServerStarted::apiPort).orElseGet(() -> Ports.from(API_PORT));
        int sshPort = before.map(Mark.ServerStarted::sshPort).orElseGet(() -> Ports.from(SSH_PORT));
        Path log = site.folder().resolve("server.log");
        BackgroundProcess process = start(apiPort, sshPort, log);
        trail.record(new Mark.ServerStarted(process, apiPort, sshPort, ""));
        Poll.until(() -> isUp(process) || !process.isAlive());
        ServerFile file =
                ServerFile.in(site.serverState())
                        .filter(up -> process.isAlive() && up.pid() == process.pid())
                        .orElseThrow(() -> notStarted(log));
        Mark.ServerStarted started =
                new Mark.ServerStarted(process, file.apiPort(), file.sshPort(), file.hostKey());
        trail.record(started);
        return sentence(started);
    }

    /// Also the one that a quickstart started which was killed before it could say so.
    private boolean stop(Optional<Mark.ServerStarted> recorded) {
        boolean ran = recorded.filter(started -> started.process().isAlive()).isPresent();
        recorded.ifPresent(started -> started.process().stop());
        Optional<BackgroundProcess> unrecorded = BackgroundProcess.startedWith(stateArgument());
        unrecorded.ifPresent(BackgroundProcess::stop);
        return ran || unrecorded.isPresent();
    }

    private String stateArgument() {
        return "--modmon.state=" + site.serverState();
    }

    private boolean isUp(BackgroundProcess process) {
        return ServerFile.in(site.serverState())
                .filter(up -> up.pid() == process.pid())
                .isPresent();
    }

    private BackgroundProcess start(int apiPort, int sshPort, Path log) {
        Path state = site.serverState();
        try {
            Files.deleteIfExists(state.resolve("server.json"));
            Files.deleteIfExists(log);
            return BackgroundProcess.start(
                    List.of(
                            program().toString(),
                            stateArgument(),
                            "--modmon.api.port=" + apiPort,
                            "--modmon.ssh.port=" + sshPort),
                    log,
                    state,
                    withoutSecrets(site.environment()));
        } catch (IOException broken) {
            throw new Failure(
                    ExitCode.FAILED,
                    "server-not-started",
                    "modmon-server cannot be started: %s.".formatted(broken.getMessage()),
                    "",
                    broken);
        }
    }

    private Path program() {
        Path program = site.distribution().resolve("bin/modmon-server");
        if (!Files.isExecutable(program)) {
            throw new Failure(
                    ExitCode.FAILED,
                    "no-distribution",
                    "'%s' is missing.".formatted(program),
                    "Start the quickstart with the 'modmon' of a complete distribution, or set MODMON_DIST to its folder.");
        }
        return program;
    }

    /// Secrets of projects are none of the server's business until somebody deploys them.
    private static Map<String, String> withoutSecrets(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> !variable.getKey().startsWith("MODMON_SECRET_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Failure notStarted(Path log) {
        String end;
        try {
            end = Commands.tail(Files.readString(log));
        } catch (IOException noLog) {
            end = "There is no log.";
        }
        return new Failure(
                ExitCode.FAILED,
                "server-not-started",
                "modmon-server does not start. The end of %s:".formatted(log),
                end);
    }

    @Override
    public Optional<String> undo() {
        Optional<Mark.ServerStarted> started = trail.find(Mark.ServerStarted.class);
        boolean ran = stop(started);
        if (started.isPresent()) {
            trail.forget(Mark.ServerStarted.class);
        }
        return ran ? Optional.of("Stopped modmon-server.") : Optional.empty();
    }
}
