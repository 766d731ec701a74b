package dev.modmon.server.docker;

import static dev.modmon.server.docker.TestEngine.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.DeploySpec;
import dev.modmon.core.compose.EndpointMode;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.LoggingSpec;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.NetworkAttachment;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.Placement;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.Resources;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.UpdatePolicy;
import dev.modmon.core.compose.VolumeSpec;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.server.rollout.Fixtures;
import dev.modmon.server.rollout.ImageSource.Resolution;
import dev.modmon.server.rollout.StampedService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What `docker stack deploy` does with a file is what the platform does with the same services as types, in both
/// directions. No task runs: there are no replicas, or no node for them.
@Execution(ExecutionMode.CONCURRENT)
class StackDeployDockerTests {
    private static final String FILE =
            """
            services:
              full:
                image: %1$s
                entrypoint: ["/bin/sh", "-c"]
                command: ["/bin/httpd", "-x"]
                environment: { B: "2", A: "a=b=c", EMPTY: "" }
                labels: { l.one: "1" }
                hostname: full-host
                user: "0:0"
                working_dir: /tmp
                stop_signal: SIGINT
                stop_grace_period: 7s
                init: true
                read_only: true
                tty: true
                stdin_open: true
                extra_hosts: ["db.local:10.0.0.9", "v6.local:::1"]
                dns: [127.0.0.53]
                dns_search: [example.test]
                cap_add: [NET_ADMIN, CAP_SYS_TIME]
                cap_drop: [CHOWN]
                sysctls: { net.core.somaxconn: "511" }
                logging: { driver: json-file, options: { max-size: 10m } }
                healthcheck: { test: ["CMD-SHELL", "true"], interval: 2s, timeout: 1s, start_period: 3s, retries: 4 }
                volumes:
                  - data:/data
                  - data:/dataro:ro
                  - { type: bind, source: /tmp, target: /host, read_only: true }
                  - { type: tmpfs, target: /scratch }
                  - /anonymous
                  - given:/given
                networks: { back: { aliases: [zeta, alpha] }, default: {}, outside: {} }
                ports:
                  - { target: 8080, published: 28080, protocol: tcp, mode: host }
                  - { target: 53, protocol: udp, mode: host }
                deploy:
                  replicas: 0
                  endpoint_mode: dnsrr
                  labels: { dl: "x" }
                  resources:
                    limits: { cpus: "0.5", memory: 64M, pids: 40 }
                    reservations: { cpus: "0.1", memory: 16M }
                  restart_policy: { condition: on-failure, delay: 2s, max_attempts: 3, window: 30s }
                  update_config: { parallelism: 2, delay: 1s, failure_action: rollback, monitor: 4s, max_failure_ratio: 0.25, order: start-first }
                  rollback_config: { parallelism: 0, delay: 1s, failure_action: continue, monitor: 4s, max_failure_ratio: 0.1, order: stop-first }
                  placement:
                    constraints: ["node.role==manager", "node.labels.disk != ssd"]
                    preferences: [ { spread: node.labels.zone }, { spread: node.id } ]
                    max_replicas_per_node: 2
              everywhere:
                image: %1$s
                healthcheck: { disable: true }
                init: false
                deploy: { mode: global, placement: { constraints: ["node.labels.never==1"] }, endpoint_mode: dnsrr }
              least:
                image: %1$s
                deploy: { replicas: 0 }
                ports: ["%4$d:81"]
            networks:
              back: { driver: overlay, internal: true, attachable: true, driver_opts: { encrypted: "" } }
              outside: { external: true, name: %2$s }
            volumes:
              data: { driver: local, driver_opts: { type: tmpfs, device: tmpfs, o: "size=1m" } }
              given: { external: true, name: %3$s }
            """;

    @RegisterExtension final TestEngine testbed = new TestEngine();

    @TempDir Path folder;

    private final StackName name = testbed.newStack();
    private final StackName elsewhere = testbed.newStack();
    private final String outside = elsewhere.scoped("outside");

    /// The engine gives a port of the routing mesh to one service only.
    private final int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);

    private final String given = name.value() + "-given";

    @Test
    void observesWhatDockerDeployedAsTheSameTypes() throws Exception {
        deployWithDocker();

        ObservedStack observed = testbed.engine().platform().observe(name);

        Stack desired = desired();
        for (ServiceSpec service : desired.services()) {
            assertThat(observed.service(service.name()).orElseThrow().spec())
                    .usingRecursiveComparison()
                    .isEqualTo(service);
        }
        assertThat(observed.networks()).containsExactlyInAnyOrder("back", "default");
        assertThat(testbed.runner().plan(desired).isEmpty()).isTrue();
    }

    @Test
    void createsWhatDockerWouldHaveCreated() throws Exception {
        deployWithDocker();
        Map<String, JsonNode> byDocker = engineSpecs();
        Stack desired = desired();
        var platform = testbed.engine().platform();
        desired.services().forEach(service -> platform.removeService(name, service.name()));
        desired.networks().stream()
                .filter(network -> !network.external())
                .forEach(network -> platform.createNetwork(name, network));
        for (ServiceSpec service : desired.services()) {
            platform.createService(desired, new StampedService(service, "hash", 1));
        }

        Map<String, JsonNode> byModmon = engineSpecs();

        assertThat(byModmon).isEqualTo(byDocker);
    }

    @Test
    void changesNoTaskTemplateWhenOnlyALabelOfTheServiceChanges() throws Exception {
        deployWithDocker();
        Map<String, JsonNode> before = taskTemplates();
        Stack desired = desired();
        var platform = testbed.engine().platform();
        ObservedStack observed = platform.observe(name);
        for (ServiceSpec service : desired.services()) {
            platform.updateService(
                    desired,
                    observed.service(service.name()).orElseThrow(),
                    new StampedService(service, "hash", 1));
        }

        assertThat(taskTemplates()).isEqualTo(before);
    }

    private void deployWithDocker() throws Exception {
        testbed.engine().platform().createNetwork(elsewhere, NetworkSpec.overlay("outside"));
        Path file = folder.resolve("stack.yaml");
        Files.writeString(file, FILE.formatted(app("v1"), outside, given, port));
        TestEngine.docker("stack", "deploy", "-c", file.toString(), name.value());
    }

    private Map<String, JsonNode> taskTemplates() {
        Map<String, JsonNode> templates = new TreeMap<>();
        for (String service : List.of("full", "everywhere", "least")) {
            templates.put(service, spec(service).path("TaskTemplate"));
        }
        return templates;
    }

    /// Without what is ours, and without what has no order.
    private Map<String, JsonNode> engineSpecs() {
        Map<String, JsonNode> specs = new TreeMap<>();
        for (String service : List.of("full", "everywhere", "least")) {
            ObjectNode spec = (ObjectNode) spec(service);
            ObjectNode labels = (ObjectNode) spec.get("Labels");
            labels.propertyNames().stream()
                    .filter(label -> label.startsWith("dev.modmon."))
                    .toList()
                    .forEach(labels::remove);
            specs.put(service, EngineOrder.sorted(spec));
        }
        return specs;
    }

    private JsonNode spec(String service) {
        return JsonMapper.shared()
                .readTree(testbed.engine().platform().engineSpec(name, new ServiceName(service)));
    }

    private Stack desired() {
        ImageReference image =
                switch (testbed.engine()
                        .images()
                        .resolve(new ImageReference(app("v1")), Duration.ofSeconds(10))) {
                    case Resolution.Pinned(var pinned) -> pinned;
                    case Resolution.OnNode(var local) -> local;
                    case Resolution.Missing(var reason) -> throw new AssertionError(reason);
                };
        return new Stack(
                name,
                List.of(full(image), everywhere(image), least(image)),
                List.of(
                        NetworkSpec.overlay("default"),
                        new NetworkSpec(
                                "back",
                                false,
                                "overlay",
                                new TreeMap<>(Map.of("encrypted", "")),
                                true,
                                true),
                        new NetworkSpec(outside, true, "overlay", new TreeMap<>(), false, false)),
                List.of(
                        new VolumeSpec(
                                "data",
                                false,
                                "local",
                                new TreeMap<>(
                                        Map.of(
                                                "type", "tmpfs", "device", "tmpfs", "o",
                                                "size=1m"))),
                        new VolumeSpec(given, true, "", new TreeMap<>())));
    }

    private ServiceSpec full(ImageReference image) {
        return new ServiceSpec(
                new ServiceName("full"),
                fullContainer(image),
                new DeploySpec(
                        new ServiceMode.Replicated(0),
                        new Resources(500_000_000, 64 << 20, 40, 100_000_000, 16 << 20),
                        new RestartPolicy(
                                RestartPolicy.Condition.ON_FAILURE,
                                Duration.ofSeconds(2),
                                3,
                                Duration.ofSeconds(30)),
                        new UpdatePolicy(
                                2,
                                Duration.ofSeconds(1),
                                UpdatePolicy.FailureAction.ROLLBACK,
                                Duration.ofSeconds(4),
                                0.25,
                                UpdatePolicy.Order.START_FIRST),
                        new UpdatePolicy(
                                0,
                                Duration.ofSeconds(1),
                                UpdatePolicy.FailureAction.CONTINUE,
                                Duration.ofSeconds(4),
                                0.1,
                                UpdatePolicy.Order.STOP_FIRST),
                        new Placement(
                                List.of("node.role==manager", "node.labels.disk != ssd"),
                                List.of("node.labels.zone", "node.id"),
                                2)),
                List.of(
                        new NetworkAttachment("back", List.of("alpha", "zeta")),
                        new NetworkAttachment("default", List.of()),
                        new NetworkAttachment(outside, List.of())),
                List.of(
                        new PortSpec(8080, 28080, PortSpec.Protocol.TCP, PortSpec.Mode.HOST),
                        new PortSpec(53, 0, PortSpec.Protocol.UDP, PortSpec.Mode.HOST)),
                EndpointMode.DNSRR,
                new TreeMap<>(Map.of("dl", "x")),
                new TreeMap<>());
    }

    private ContainerSpec fullContainer(ImageReference image) {
        return new ContainerSpec(
                image,
                List.of("/bin/sh", "-c"),
                List.of("/bin/httpd", "-x"),
                new TreeMap<>(
                        Map.of(
                                "A", EnvValue.plain("a=b=c"),
                                "B", EnvValue.plain("2"),
                                "EMPTY", EnvValue.plain(""))),
                new TreeMap<>(Map.of("l.one", "1")),
                List.of(
                        new MountSpec(MountSpec.Kind.VOLUME, "data", "/data", false),
                        new MountSpec(MountSpec.Kind.VOLUME, "data", "/dataro", true),
                        new MountSpec(MountSpec.Kind.BIND, "/tmp", "/host", true),
                        new MountSpec(MountSpec.Kind.TMPFS, "", "/scratch", false),
                        new MountSpec(MountSpec.Kind.VOLUME, "", "/anonymous", false),
                        new MountSpec(MountSpec.Kind.VOLUME, given, "/given", false)),
                new Healthcheck(
                        List.of("CMD-SHELL", "true"),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        4),
                "0:0",
                "/tmp",
                "full-host",
                "SIGINT",
                Duration.ofSeconds(7),
                true,
                true,
                true,
                true,
                List.of("db.local:10.0.0.9", "v6.local:::1"),
                List.of("127.0.0.53"),
                List.of("example.test"),
                List.of("CAP_NET_ADMIN", "CAP_SYS_TIME"),
                List.of("CAP_CHOWN"),
                new TreeMap<>(Map.of("net.core.somaxconn", "511")),
                new LoggingSpec("json-file", new TreeMap<>(Map.of("max-size", "10m"))));
    }

    private static ServiceSpec everywhere(ImageReference image) {
        return simple(
                "everywhere",
                bare(image, new Healthcheck(List.of("NONE"), null, null, null, null), false),
                new ServiceMode.Global(),
                new Placement(List.of("node.labels.never==1"), List.of(), 0),
                List.of(),
                EndpointMode.DNSRR);
    }

    private ServiceSpec least(ImageReference image) {
        return simple(
                "least",
                bare(image, null, null),
                new ServiceMode.Replicated(0),
                Placement.ANYWHERE,
                List.of(new PortSpec(81, port, PortSpec.Protocol.TCP, PortSpec.Mode.INGRESS)),
                EndpointMode.VIP);
    }

    private static ServiceSpec simple(
            String name,
            ContainerSpec container,
            ServiceMode mode,
            Placement placement,
            List<PortSpec> ports,
            EndpointMode endpointMode) {
        return new ServiceSpec(
                new ServiceName(name),
                container,
                new DeploySpec(
                        mode,
                        Resources.NONE,
                        RestartPolicy.DEFAULT,
                        UpdatePolicy.DEFAULT,
                        UpdatePolicy.DEFAULT,
                        placement),
                List.of(new NetworkAttachment("default", List.of())),
                ports,
                endpointMode,
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static ContainerSpec bare(ImageReference image, Healthcheck healthcheck, Boolean init) {
        ContainerSpec plain = Fixtures.service("any", image.value()).build().container();
        return new ContainerSpec(
                plain.image(),
                plain.entrypoint(),
                plain.command(),
                plain.environment(),
                plain.labels(),
                plain.mounts(),
                healthcheck,
                plain.user(),
                plain.workingDir(),
                plain.hostname(),
                plain.stopSignal(),
                plain.stopGracePeriod(),
                init,
                plain.readOnly(),
                plain.tty(),
                plain.stdinOpen(),
                plain.extraHosts(),
                plain.dns(),
                plain.dnsSearch(),
                plain.capAdd(),
                plain.capDrop(),
                plain.sysctls(),
                plain.logging());
    }
}
