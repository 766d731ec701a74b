package dev.modmon.cli.quickstart.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.quickstart.engine.Engine;
import dev.modmon.cli.quickstart.engine.EngineAddress;
import dev.modmon.cli.quickstart.engine.EngineState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The archive that we write ourselves is one that an engine takes, and what is in it runs.
class ExampleImagesDockerTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private final String container = "modmon-example-" + UUID.randomUUID();
    private final Engine engine = new Engine(EngineAddress.from(System.getenv()));
    private List<String> ours = List.of();

    @BeforeEach
    void remember() {
        assertThat(engine.state()).isEqualTo(new EngineState.Answering());
        ours = ExampleImages.names().stream().filter(name -> !engine.hasImage(name)).toList();
    }

    @AfterEach
    void cleanUp() {
        engine.removeContainer(container);
        ours.forEach(engine::removeImage);
    }

    private static String docker(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = process.inputReader().readAllAsString().strip();
        assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
        return output;
    }

    private String health() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        String health = "starting";
        while (health.equals("starting") && Instant.now().isBefore(end)) {
            Thread.sleep(Duration.ofMillis(200));
            health = docker("inspect", "--format", "{{.State.Health.Status}}", container);
        }
        return health;
    }

    @Test
    void areLoadedAndGetHealthyButForTheBrokenOne() throws Exception {
        Path archive = ExampleImages.write(folder.resolve("images"));

        docker("load", "--input", archive.toString());

        assertThat(ExampleImages.names()).allMatch(engine::hasImage);
        docker("run", "--detach", "--name", container, ExampleImages.COUNTER + ":v1");
        assertThat(health()).isEqualTo("healthy");
        docker("rm", "--force", container);
        docker("run", "--detach", "--name", container, ExampleImages.WEB + ":broken");
        assertThat(health()).isEqualTo("unhealthy");
        assertThat(docker("inspect", "--format", "{{json .State.Health.Log}}", container))
                .contains("the payment gateway does not answer");
    }
}
