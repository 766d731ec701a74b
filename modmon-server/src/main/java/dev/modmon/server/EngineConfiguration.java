package dev.modmon.server;

import dev.modmon.server.docker.DockerEngine;
import dev.modmon.server.rollout.ContainerPlatform;
import dev.modmon.server.rollout.ImageSource;
import dev.modmon.server.rollout.ServiceLogs;
import dev.modmon.server.rollout.Sleeper;
import dev.modmon.server.rollout.Swarm;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The Docker Engine of this node.
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    @Bean
    DockerEngine dockerEngine(Environment environment, Sleeper sleeper) {
        URI host =
                Optional.ofNullable(environment.getProperty("modmon.docker.host"))
                        .or(() -> Optional.ofNullable(environment.getProperty("DOCKER_HOST")))
                        .map(URI::create)
                        .orElse(DockerEngine.DEFAULT_HOST);
        return new DockerEngine(host, sleeper);
    }

    /// How rollouts wait for the engine.
    @Bean
    Sleeper rolloutSleeper() {
        return Sleeper.REAL;
    }

    @Bean
    Clock rolloutClock() {
        return Clock.systemUTC();
    }

    @Bean
    ContainerPlatform containerPlatform(DockerEngine engine) {
        return engine.platform();
    }

    @Bean
    ImageSource imageSource(DockerEngine engine) {
        return engine.images();
    }

    @Bean
    ServiceLogs serviceLogs(DockerEngine engine) {
        return engine.logs();
    }

    @Bean
    Swarm swarm(DockerEngine engine) {
        return engine.swarm();
    }
}
