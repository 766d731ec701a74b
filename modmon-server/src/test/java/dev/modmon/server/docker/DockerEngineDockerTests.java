package dev.modmon.server.docker;

import static dev.modmon.server.docker.TestEngine.app;
import static dev.modmon.server.rollout.Fixtures.service;
import static dev.modmon.server.rollout.Fixtures.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.server.rollout.ImageSource.Resolution;
import dev.modmon.server.rollout.LogLine;
import dev.modmon.server.rollout.LogStream;
import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.Sleeper;
import dev.modmon.server.rollout.StampedService;
import dev.modmon.server.rollout.Swarm;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Images, logs and the cluster, on the real engine.
class DockerEngineDockerTests {
    @RegisterExtension final TestEngine testbed = new TestEngine();

    @TempDir Path folder;

    @Test
    void tellsTheStateOfTheCluster() {
        testbed.engine().swarm().ensureManager();

        Swarm swarm = testbed.engine().swarm();

        assertThat(swarm.nodes()).isEqualTo(new Swarm.Nodes(1, 1));
        assertThat(swarm.engine()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void saysWhichEngineDoesNotAnswer() {
        URI nowhere = folder.resolve("no.sock").toUri();
        try (DockerEngine engine =
                new DockerEngine(URI.create("unix://" + nowhere.getPath()), Sleeper.REAL)) {
            assertThatThrownBy(() -> engine.swarm().nodes())
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("Cannot ask the engine for its version")
                    .hasMessageContaining("no.sock does not answer");
        }
    }

    @Test
    void pinsAnImageThatARegistryHas() {
        assertThat(resolve(app("v1"), Duration.ofSeconds(10)))
                .isInstanceOfSatisfying(
                        Resolution.Pinned.class,
                        pinned ->
                                assertThat(pinned.image().value())
                                        .matches(".*/modmon/app:v1@sha256:[0-9a-f]{64}"));
    }

    @Test
    void doesNotWaitForARegistryLongerThanItMay() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String image = "127.0.0.1:%d/app:v1".formatted(silent.getLocalPort());

            assertThat(resolve(image, Duration.ofSeconds(1)))
                    .isEqualTo(
                            new Resolution.Missing(
                                    "Image %s cannot be pulled: its registry did not answer within 1 s; and it is not on the node."
                                            .formatted(image)));
        }
    }

    @Test
    void takesAnImageFromTheNodeWhenNoRegistryHasItAndLoadsImages() throws Exception {
        String image = "modmon-test-" + testbed.newStack() + ":v1";
        Path archive = folder.resolve("image.tar");
        TestEngine.docker("tag", app("v1"), image);
        TestEngine.docker("save", "-o", archive.toString(), image);
        TestEngine.docker("image", "rm", image);
        assertThat(resolve("127.0.0.1:1/" + image, Duration.ofSeconds(5)))
                .isInstanceOf(Resolution.Missing.class);
        try (InputStream tar = Files.newInputStream(archive)) {
            assertThat(testbed.engine().images().load(tar)).containsExactly(image);
            assertThat(resolve(image, Duration.ofSeconds(5)))
                    .isEqualTo(new Resolution.OnNode(new ImageReference(image)));
        } finally {
            TestEngine.docker("image", "rm", image);
        }
    }

    @Test
    void readsTheLastLinesOfAService() throws Exception {
        StackName name = running(service("web", app("v1")).build());

        try (LogStream lines =
                testbed.engine().logs().open(name, new ServiceName("web"), 10, true)) {
            LogLine first = lines.next();
            assertThat(first).isNotNull();
            assertThat(first.line()).startsWith("app v1 starts on ");
            assertThat(first.task()).isEqualTo("web.1");
            assertThat(first.node()).isEqualTo(InetAddress.getLocalHost().getHostName());
            assertThat(first.stream()).isEqualTo("stdout");
        }
    }

    @Test
    void endsAReaderThatWaitsWhenTheStreamIsClosed() throws Exception {
        StackName name = running(service("web", app("v1")).build());
        LogStream lines = testbed.engine().logs().open(name, new ServiceName("web"), 10, true);
        assertThat(lines.next()).isNotNull();
        CompletableFuture<LogLine> waiting = CompletableFuture.supplyAsync(lines::next);

        lines.close();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void readsTheLogsOfAContainerWithATerminal() {
        ServiceSpec spec = service("web", app("v1")).terminal().build();
        StackName name = running(spec);

        try (LogStream lines =
                testbed.engine().logs().open(name, new ServiceName("web"), 10, true)) {
            LogLine first = lines.next();
            assertThat(first).isNotNull();
            assertThat(first.line()).startsWith("app v1 starts on ");
        }
    }

    @Test
    void removesAWholeStack() {
        StackName name = running(service("web", app("v1")).build());

        assertThat(testbed.engine().swarm().removeStack(name, true))
                .containsExactly("service web", "network default");
        assertThat(testbed.engine().swarm().removeStack(name, true)).isEmpty();
        assertThat(testbed.engine().platform().observe(name).networks()).isEmpty();
    }

    private Resolution resolve(String image, Duration deadline) {
        return testbed.engine().images().resolve(new ImageReference(image), deadline);
    }

    private StackName running(ServiceSpec spec) {
        StackName name = testbed.newStack();
        testbed.engine().platform().createNetwork(name, NetworkSpec.overlay("default"));
        testbed.engine()
                .platform()
                .createService(stack(name, spec), new StampedService(spec, "hash", 1));
        return name;
    }
}
