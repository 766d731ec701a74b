package dev.modmon.uiapi.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.api.JobEvent;
import dev.modmon.uiapi.NodeSetup;
import dev.modmon.uiapi.OpenSshNode;
import dev.modmon.uiapi.TestApi;
import dev.modmon.uiapi.ssh.Identities;
import dev.modmon.uiapi.ssh.SshKeyPair;
import dev.modmon.uiapi.tunnel.Timeouts;
import dev.modmon.uiapi.tunnel.Tunnel;
import dev.modmon.uiapi.tunnel.TunnelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real sshd is killed while a job is followed through it.
class BrokenTunnelIntegrationTests {
    private static final byte[] FINISHED =
            "{\"type\":\"finished\",\"at\":\"t\",\"report\":{\"outcome\":\"completed\",\"project\":\"p\",\"environment\":\"e\",\"release\":1,\"reason\":\"\",\"seconds\":1,\"services\":[]}}\n"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path directory;

    @Test
    void goesOnFollowingThroughAnotherSession() throws Exception {
        SshKeyPair key = SshKeyPair.generate();
        Path keyFile = directory.resolve("key");
        key.write(keyFile, "");
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger answers = new AtomicInteger();
        try (TestApi api = TestApi.start()) {
            api.on(
                    "/v1/jobs/j1/events",
                    exchange -> {
                        exchange.sendResponseHeaders(200, 0);
                        exchange.getResponseBody().write(phase("queued"));
                        exchange.getResponseBody().flush();
                        if (answers.incrementAndGet() == 1) {
                            awaitQuietly(over);
                        } else {
                            exchange.getResponseBody().write(FINISHED);
                        }
                    });
            NodeSetup setup = NodeSetup.of(api.port(), key.publicKey());
            Deque<OpenSshNode> nodes = new ArrayDeque<>();
            nodes.push(OpenSshNode.start(directory, setup));
            List<String> told = new ArrayList<>();
            try (ClusterClient client =
                    ClusterClient.of(
                            nodes.peek().address(),
                            () ->
                                    Tunnel.open(
                                            nodes.peek().address(),
                                            Identities.ofFiles(keyFile),
                                            Timeouts.DEFAULT),
                            InstantSource.system(),
                            _ -> nodes.push(OpenSshNode.start(directory, setup)),
                            Duration.ofSeconds(30))) {
                client.followJob(
                        "j1",
                        new JobListener() {
                            @Override
                            public void happened(JobEvent event) {
                                told.add(event instanceof JobEvent.Phase ? "queued" : "finished");
                                if (told.size() == 1) {
                                    nodes.peek().kill();
                                }
                            }

                            @Override
                            public void reconnecting(TunnelException why, Duration pause) {
                                told.add("reconnecting");
                            }
                        });
            } finally {
                over.countDown();
                nodes.forEach(OpenSshNode::close);
            }
            assertThat(told).containsExactly("queued", "reconnecting", "finished");
        }
    }

    private static byte[] phase(String name) {
        return "{\"type\":\"phase\",\"at\":\"t\",\"name\":\"%s\",\"text\":\"\"}\n"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
