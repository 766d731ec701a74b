package dev.modmon.server.door;

import dev.modmon.server.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDoorIntegrationTests extends DoorContract {
    @TempDir static Path directory;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    RunningServer server() {
        return server;
    }

    @Override
    int sshPort() {
        return server.serverFile().get("sshPort").asInt();
    }

    @Override
    String hostKey() {
        return server.serverFile().get("hostKey").asString();
    }
}
