package dev.modmon.server.docker;

import static dev.modmon.server.docker.TestEngine.app;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.AddressPool;
import dev.modmon.core.compose.ContainerFiles;
import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.DeploySpec;
import dev.modmon.core.compose.EndpointMode;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.Isolation;
import dev.modmon.core.compose.LoggingSpec;
import dev.modmon.core.compose.MountOptions;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.NameResolution;
import dev.modmon.core.compose.Naming;
import dev.modmon.core.compose.NetworkAttachment;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.Placement;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ProcessSpec;
import dev.modmon.core.compose.Resources;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.compose.Ulimit;
import dev.modmon.core.compose.UpdatePolicy;
import dev.modmon.core.compose.VolumeSpec;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedFiles;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.server.rollout.ImageSource.Resolution;
import dev.modmon.server.rollout.StampedService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                ulimits: { nofile: { soft: 512, hard: 1024 }, nproc: 400 }
                configs:
                  - { source: site, target: /etc/site, uid: "33", gid: "34", mode: 288 }
                  - own
                secrets:
                  - key
                  - { source: key, target: /elsewhere, mode: 256 }
                sysctls: { net.core.somaxconn: "511" }
                logging: { driver: json-file, options: { max-size: 10m } }
                healthcheck: { test: ["CMD-SHELL", "true"], interval: 2s, timeout: 1s, start_period: 3s, retries: 4 }
                volumes:
                  - data:/data
                  - { type: volume, source: data, target: /dataro, read_only: true, volume: { nocopy: true } }
                  - { type: bind, source: /tmp, target: /host, read_only: true, bind: { propagation: rslave } }
                  - { type: tmpfs, target: /scratch, tmpfs: { size: 1048576 } }
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
                    reservations: { cpus: "0.1", memory: 16M, generic_resources: [ { discrete_resource_spec: { kind: gpu, value: 2 } } ] }
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
              onhost:
                image: %1$s
                networks: [node]
                deploy: { replicas: 0, endpoint_mode: dnsrr }
              job:
                image: %1$s
                entrypoint: [/bin/true]
                deploy: { mode: replicated-job, replicas: 2 }
              eachjob:
                image: %1$s
                entrypoint: [/bin/true]
                deploy: { mode: global-job }
              least:
                image: %1$s
                deploy: { replicas: 0 }
                ports: ["%4$d:81"]
            networks:
              back: { driver: overlay, internal: true, attachable: true, driver_opts: { encrypted: "" }, labels: { nl: x }, name: %2$s-back, ipam: { config: [ { subnet: %5$s } ] } }
              node: { external: true, name: host }
              outside: { external: true, name: %2$s }
            volumes:
              data: { driver: local, driver_opts: { type: tmpfs, device: tmpfs, o: "size=1m" }, labels: { vl: x }, name: %3$s-own }
              given: { external: true, name: %3$s }
            configs:
              site: { file: ./site.conf, name: %6$s, labels: { cl: x }, template_driver: golang }
              own: { external: true, name: %3$s-config }
            secrets:
              key: { file: ./key.txt, name: %7$s }
            """;

    private static final List<String> SERVICES =
            List.of("full", "everywhere", "onhost", "job", "eachjob", "least");

    @RegisterExtension final TestEngine testbed = new TestEngine();

    @TempDir Path folder;

    private final StackName name = testbed.newStack();
    private final StackName elsewhere = testbed.newStack();
    private final String outside = elsewhere.scoped("outside");

    /// The engine gives a port of the routing mesh to one service only.
    private final int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);

    private final String given = name.value() + "-given";
    private final String back = outside + "-back";

    /// Apart from the pool that other networks of the engine are taken from.
    private final String subnet =
            "192.168.%d.0/24".formatted(ThreadLocalRandom.current().nextInt(200, 255));

    private final StoredFile own = StoredFile.external(given + "-config");
    private final StoredFile site =
            StoredFile.own(
                    "site",
                    Naming.SCOPED,
                    EnvValue.plain("server {}\n"),
                    "site.conf",
                    new TreeMap<>(Map.of("cl", "x")),
                    "golang");
    private final StoredFile key =
            StoredFile.own(
                    "key",
                    Naming.SCOPED,
                    EnvValue.secret("hunter2"),
                    "key.txt",
                    new TreeMap<>(),
                    "");

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
        assertThat(observed.networks()).containsExactlyInAnyOrder(back, "default");
        assertThat(observed.files())
                .isEqualTo(new ObservedFiles(Set.of(site.storedName()), Set.of(key.storedName())));
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
                .filter(network -> !network.naming().isExternal())
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
        Files.writeString(folder.resolve("site.conf"), site.content().text());
        Files.writeString(folder.resolve("key.txt"), key.content().text());
        TestEngine.docker(
                "config",
                "create",
                "--label",
                StackLabels.NAMESPACE + "=" + elsewhere,
                own.name(),
                folder.resolve("site.conf").toString());
        Path file = folder.resolve("stack.yaml");
        Files.writeString(
                file,
                FILE.formatted(
                        app("v1"),
                        outside,
                        given,
                        port,
                        subnet,
                        site.engineName(name),
                        key.engineName(name)));
        TestEngine.docker("stack", "deploy", "-c", file.toString(), name.value());
    }

    private Map<String, JsonNode> taskTemplates() {
        Map<String, JsonNode> templates = new TreeMap<>();
        for (String service : SERVICES) {
            templates.put(service, spec(service).path("TaskTemplate"));
        }
        return templates;
    }

    /// Without what is ours, and without what has no order.
    private Map<String, JsonNode> engineSpecs() {
        Map<String, JsonNode> specs = new TreeMap<>();
        for (String service : SERVICES) {
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
                List.of(
                        full(image),
                        everywhere(image),
                        onHost(image),
                        job(image, "job", new ServiceMode.ReplicatedJob(2)),
                        job(image, "eachjob", new ServiceMode.GlobalJob()),
                        least(image)),
                List.of(
                        NetworkSpec.overlay("default"),
                        new NetworkSpec(
                                back,
                                Naming.EXACT,
                                "overlay",
                                new TreeMap<>(Map.of("encrypted", "")),
                                new AddressPool("default", List.of(subnet)),
                                new TreeMap<>(Map.of("nl", "x")),
                                true,
                                true),
                        NetworkSpec.external("host"),
                        NetworkSpec.external(outside)),
                List.of(
                        new VolumeSpec(
                                given + "-own",
                                Naming.EXACT,
                                "local",
                                new TreeMap<>(
                                        Map.of("type", "tmpfs", "device", "tmpfs", "o", "size=1m")),
                                new TreeMap<>(Map.of("vl", "x"))),
                        VolumeSpec.external(given)),
                List.of(site, own),
                List.of(key));
    }

    private ServiceSpec full(ImageReference image) {
        return new ServiceSpec(
                new ServiceName("full"),
                fullContainer(image),
                new DeploySpec(
                        new ServiceMode.Replicated(0),
                        new Resources(
                                500_000_000,
                                64 << 20,
                                40,
                                100_000_000,
                                16 << 20,
                                new TreeMap<>(Map.of("gpu", 2L))),
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
                        NetworkAttachment.of(back, "alpha", "zeta"),
                        NetworkAttachment.of("default"),
                        NetworkAttachment.of(outside)),
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
                files(),
                new ProcessSpec(
                        "0:0",
                        "/tmp",
                        "SIGINT",
                        Duration.ofSeconds(7),
                        true,
                        true,
                        true,
                        new TreeMap<>(
                                Map.of(
                                        "nofile", new Ulimit(512, 1024),
                                        "nproc", new Ulimit(400, 400)))),
                new Isolation(
                        true,
                        List.of("CAP_NET_ADMIN", "CAP_SYS_TIME"),
                        List.of("CAP_CHOWN"),
                        new TreeMap<>(Map.of("net.core.somaxconn", "511"))),
                new NameResolution(
                        "full-host",
                        List.of("db.local:10.0.0.9", "v6.local:::1"),
                        List.of("127.0.0.53"),
                        List.of("example.test")),
                new Healthcheck(
                        List.of("CMD-SHELL", "true"),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        null,
                        4),
                new LoggingSpec("json-file", new TreeMap<>(Map.of("max-size", "10m"))),
                new TreeMap<>(Map.of("l.one", "1")));
    }

    private ContainerFiles files() {
        String data = given + "-own";
        return new ContainerFiles(
                List.of(
                        MountSpec.of(MountSpec.Kind.VOLUME, data, "/data", false),
                        new MountSpec(
                                MountSpec.Kind.VOLUME,
                                data,
                                "/dataro",
                                true,
                                MountOptions.ofVolume(true, "")),
                        new MountSpec(
                                MountSpec.Kind.BIND,
                                "/tmp",
                                "/host",
                                true,
                                MountOptions.ofBind("rslave")),
                        new MountSpec(
                                MountSpec.Kind.TMPFS,
                                "",
                                "/scratch",
                                false,
                                MountOptions.ofTmpfs(1 << 20)),
                        MountSpec.of(MountSpec.Kind.VOLUME, "", "/anonymous", false),
                        MountSpec.of(MountSpec.Kind.VOLUME, given, "/given", false)),
                List.of(
                        new FileGrant(site.storedName(), "/etc/site", "33", "34", 0440),
                        new FileGrant(own.storedName(), "own", "0", "0", 0444)),
                List.of(
                        new FileGrant(key.storedName(), "key", "0", "0", 0444),
                        new FileGrant(key.storedName(), "/elsewhere", "0", "0", 0400)));
    }

    private static ServiceSpec everywhere(ImageReference image) {
        return simple(
                "everywhere",
                bare(image, Healthcheck.disabled(), false),
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

    private static ServiceSpec onHost(ImageReference image) {
        ServiceSpec service =
                simple(
                        "onhost",
                        ContainerSpec.of(image),
                        new ServiceMode.Replicated(0),
                        Placement.ANYWHERE,
                        List.of(),
                        EndpointMode.DNSRR);
        return new ServiceSpec(
                service.name(),
                service.container(),
                service.deploy(),
                List.of(NetworkAttachment.of("host")),
                service.ports(),
                service.endpointMode(),
                service.labels(),
                service.dependsOn());
    }

    private static ServiceSpec job(ImageReference image, String name, ServiceMode mode) {
        return simple(name, once(image), mode, Placement.ANYWHERE, List.of(), EndpointMode.VIP);
    }

    private static ContainerSpec once(ImageReference image) {
        ContainerSpec plain = ContainerSpec.of(image);
        return new ContainerSpec(
                image,
                List.of("/bin/true"),
                plain.command(),
                plain.environment(),
                plain.files(),
                plain.process(),
                plain.isolation(),
                plain.names(),
                plain.healthcheck(),
                plain.logging(),
                plain.labels());
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
                List.of(NetworkAttachment.of("default")),
                ports,
                endpointMode,
                new TreeMap<>(),
                new TreeMap<>());
    }

    private static ContainerSpec bare(ImageReference image, Healthcheck healthcheck, Boolean init) {
        ContainerSpec plain = ContainerSpec.of(image);
        ProcessSpec usual = plain.process();
        return new ContainerSpec(
                image,
                plain.entrypoint(),
                plain.command(),
                plain.environment(),
                plain.files(),
                new ProcessSpec(
                        usual.user(),
                        usual.workingDir(),
                        usual.stopSignal(),
                        usual.stopGracePeriod(),
                        init,
                        usual.tty(),
                        usual.stdinOpen(),
                        usual.ulimits()),
                plain.isolation(),
                plain.names(),
                healthcheck,
                plain.logging(),
                plain.labels());
    }
}
