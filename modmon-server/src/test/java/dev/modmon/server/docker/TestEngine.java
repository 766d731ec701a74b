package dev.modmon.server.docker;

import dev.modmon.core.compose.StackName;
import dev.modmon.server.rollout.Fixtures;
import dev.modmon.server.rollout.RolloutRunner;
import dev.modmon.server.rollout.Sleeper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The engine that `bin/testbed` started, and stacks on it that go when their test ends, however it ends.
public final class TestEngine implements AfterEachCallback {
    private static final String REGISTRY =
            Optional.ofNullable(System.getenv("MODMON_TEST_REGISTRY")).orElse("127.0.0.1:5000");
    private static final URI HOST =
            Optional.ofNullable(System.getenv("DOCKER_HOST"))
                    .map(URI::create)
                    .orElse(DockerEngine.DEFAULT_HOST);

    private final DockerEngine engine = new DockerEngine(HOST, Sleeper.REAL);
    private final List<StackName> stacks = new ArrayList<>();

    public DockerEngine engine() {
        return engine;
    }

    public static String app(String tag) {
        return REGISTRY + "/modmon/app:" + tag;
    }

    public StackName newStack() {
        StackName name = Fixtures.uniqueName();
        stacks.add(name);
        return name;
    }

    public RolloutRunner runner() {
        return new RolloutRunner(
                engine.platform(),
                engine.images(),
                engine.logs(),
                Fixtures.HASH,
                Clock.systemUTC(),
                Sleeper.REAL);
    }

    /// Runs Docker's own client.
    public static String docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("docker", ".out");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            int exit = process.waitFor();
            String said = Files.readString(output);
            if (exit != 0) {
                throw new IOException("%s: exit %d: %s".formatted(command, exit, said));
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stacks.forEach(stack -> engine.swarm().removeStack(stack, true));
        stacks.clear();
        engine.close();
    }
}
