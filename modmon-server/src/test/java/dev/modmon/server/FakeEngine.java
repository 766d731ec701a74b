package dev.modmon.server;

import dev.modmon.core.compose.StackName;
import dev.modmon.server.rollout.ContainerPlatform;
import dev.modmon.server.rollout.FakeContainerPlatform;
import dev.modmon.server.rollout.ImageSource;
import dev.modmon.server.rollout.LogLine;
import dev.modmon.server.rollout.LogStream;
import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.ServiceLogs;
import dev.modmon.server.rollout.Sleeper;
import dev.modmon.server.rollout.Swarm;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The platform's fake as the engine of a whole server. It may be told to hang in the middle of a
/// rollout, and outlives the server, as an engine does.
public final class FakeEngine {
    private static volatile FakeEngine current = new FakeEngine();

    private final FakeContainerPlatform fake = new FakeContainerPlatform();
    private volatile Optional<String> hangsIn = Optional.empty();
    private volatile List<String> lines = List.of("one", "two");
    private volatile CountDownLatch hanging = new CountDownLatch(1);

    /// The engine that servers started from now on get.
    public static FakeEngine fresh() {
        current = new FakeEngine();
        return current;
    }

    /// What services write; after `BREAK` nothing more can be read.
    public void writes(String... text) {
        lines = List.of(text);
    }

    /// The first call of this method never returns.
    public void hangIn(String method) {
        hanging = new CountDownLatch(1);
        hangsIn = Optional.of(method);
    }

    public void hangNoMore() {
        hangsIn = Optional.empty();
    }

    public void awaitHang() throws InterruptedException {
        hanging.await();
    }

    public synchronized List<String> orders() {
        return List.copyOf(fake.orders());
    }

    private <T> T as(Class<T> port) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> {
                            hangIfTold(method.getName());
                            switch (method.getName()) {
                                case "open" -> {
                                    return new Lines(new ArrayDeque<>(lines));
                                }
                                case "load" -> {
                                    return List.of("example.com/app:v1");
                                }
                                default -> {}
                            }
                            synchronized (this) {
                                try {
                                    return method.invoke(fake, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }
                        }));
    }

    private void hangIfTold(String method) throws InterruptedException {
        if (hangsIn.equals(Optional.of(method))) {
            hanging.countDown();
            new CountDownLatch(1).await();
        }
    }

    /// The beans that an engine gives a server.
    @Configuration(proxyBeanMethods = false)
    public static class Beans {
        @Bean
        ContainerPlatform containerPlatform() {
            return current.as(ContainerPlatform.class);
        }

        @Bean
        ImageSource imageSource() {
            return current.as(ImageSource.class);
        }

        @Bean
        ServiceLogs serviceLogs() {
            return current.as(ServiceLogs.class);
        }

        @Bean
        Clock rolloutClock() {
            return current.fake.clock();
        }

        @Bean
        Sleeper rolloutSleeper() {
            Sleeper sleeper = current.fake.sleeper();
            FakeEngine engine = current;
            return duration -> {
                synchronized (engine) {
                    sleeper.sleep(duration);
                }
            };
        }

        @Bean
        Swarm swarm() {
            return new OneNode();
        }
    }

    /// After its lines it ends, or breaks when a line says so.
    private record Lines(Queue<String> left) implements LogStream {
        @Override
        public LogLine next() {
            String line = left.poll();
            if ("BREAK".equals(line)) {
                throw new PlatformException(PlatformException.Kind.UNAVAILABLE, "It broke.");
            }
            return line == null
                    ? null
                    : new LogLine("web.1", "node", "stdout", Instant.EPOCH, line);
        }

        @Override
        public void close() {}
    }

    private record OneNode() implements Swarm {
        @Override
        public String engine() {
            return "20.10.24";
        }

        @Override
        public Nodes nodes() {
            return new Nodes(1, 1);
        }

        @Override
        public void ensureManager() {}

        @Override
        public List<String> removeStack(StackName stack, boolean volumes) {
            return List.of("service web", "network default");
        }
    }
}
