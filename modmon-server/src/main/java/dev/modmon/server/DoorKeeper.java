package dev.modmon.server;

import dev.modmon.server.access.KnownKeys;
import dev.modmon.server.door.Door;
import dev.modmon.server.door.DoorAnswers;
import dev.modmon.server.door.EmbeddedDoor;
import dev.modmon.server.door.HostKey;
import dev.modmon.server.door.OpenSshDoor;
import dev.modmon.server.door.Tokens;
import dev.modmon.server.job.JobQueue;
import dev.modmon.server.state.PrivateFile;
import dev.modmon.server.state.StateDirectory;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/// Takes up jobs that an earlier server left, opens the doors once the API listens, keeps them fresh, and
/// tells in `server.json` where they are. It shuts them, and lets go of jobs, before the API stops.
final class DoorKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DoorKeeper.class);
    private static final Duration REFRESH_INTERVAL = Tokens.ROTATION.dividedBy(2);

    private final ServerSettings settings;
    private final StateDirectory state;
    private final KnownKeys keys;
    private final DoorAnswers answers;
    private final JobQueue jobs;
    private final List<Door> doors = new CopyOnWriteArrayList<>();
    private @Nullable Thread refresher;

    DoorKeeper(
            ServerSettings settings,
            StateDirectory state,
            KnownKeys keys,
            DoorAnswers answers,
            JobQueue jobs) {
        this.settings = settings;
        this.state = state;
        this.keys = keys;
        this.answers = answers;
        this.jobs = jobs;
    }

    /// Lets the doors know that keys may have changed.
    void refresh() {
        for (Door door : doors) {
            try {
                door.refresh();
            } catch (RuntimeException e) {
                LOG.error("A door could not be refreshed.", e);
            }
        }
    }

    @Override
    public void start() {
        jobs.resume();
        ServerFile file = open();
        settings.authorizedKeys()
                .ifPresent(path ->
                        doors.add(new OpenSshDoor(path, state.directory("door"), keys, answers)));
        doors.forEach(Door::refresh);
        refresher = Thread.ofVirtual().name("doors").start(this::keepFresh);
        file().write(JsonMapper.shared().writeValueAsString(file) + "\n");
        LOG.info(
                "Ready: API on 127.0.0.1:{}, SSH on {}, state in {}.",
                file.apiPort(),
                file.sshPort() == null ? "sshd" : "127.0.0.1:" + file.sshPort(),
                state);
    }

    private ServerFile open() {
        return switch (settings.sshPort()) {
            case ServerSettings.SshPort.Off() -> describe(null, null);
            case ServerSettings.SshPort.Free() -> openEmbedded(0);
            case ServerSettings.SshPort.Fixed(var port) -> openEmbedded(port);
        };
    }

    private ServerFile openEmbedded(int port) {
        SshKeyPair hostKey = HostKey.in(state.directory("ssh"));
        EmbeddedDoor door = EmbeddedDoor.open(port, hostKey, keys, answers);
        doors.add(door);
        return describe(door.port(), hostKey.publicKey().line());
    }

    private ServerFile describe(@Nullable Integer sshPort, @Nullable String hostKey) {
        return new ServerFile(
                ProcessHandle.current().pid(),
                answers.apiPort(),
                sshPort,
                hostKey,
                ServerConfiguration.version());
    }

    private void keepFresh() {
        try {
            while (true) {
                Thread.sleep(REFRESH_INTERVAL);
                refresh();
            }
        } catch (InterruptedException _) {
            // The server stops.
        }
    }

    @Override
    public void stop() {
        if (refresher != null) {
            refresher.interrupt();
        }
        doors.forEach(Door::close);
        doors.clear();
        jobs.close();
        file().delete();
    }

    @Override
    public boolean isRunning() {
        return refresher != null && refresher.isAlive();
    }

    /// After the web server has started, before it stops.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private PrivateFile file() {
        return state.file(ServerFile.NAME);
    }
}
