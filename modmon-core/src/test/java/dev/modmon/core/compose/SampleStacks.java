package dev.modmon.core.compose;

import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stacks for tests that must not miss a field.
public final class SampleStacks {
    public static final StackName NAME =
            new StackName(new ProjectName("shop"), new EnvironmentName("staging"));

    private SampleStacks() {}

    /// Every field of every type says something other than its default.
    public static Stack full() {
        return new Stack(
                NAME,
                List.of(
                        fullService(),
                        ServiceSpecBuilder.service("plain").build(),
                        globalService()),
                List.of(
                        NetworkSpec.overlay("default"),
                        new NetworkSpec("edge", true, "overlay", new TreeMap<>(), false, false),
                        new NetworkSpec(
                                "inside",
                                false,
                                "overlay",
                                new TreeMap<>(Map.of("encrypted", "true")),
                                true,
                                true)),
                List.of(
                        new VolumeSpec("data", false, "", new TreeMap<>()),
                        new VolumeSpec("shared", true, "", new TreeMap<>()),
                        new VolumeSpec(
                                "nfs",
                                false,
                                "local",
                                new TreeMap<>(Map.of("type", "nfs", "device", ":/export")))));
    }

    public static ServiceSpec fullService() {
        return new ServiceSpec(
                new ServiceName("web"),
                fullContainer(),
                fullDeploy(),
                List.of(
                        new NetworkAttachment("default", List.of("www", "front")),
                        new NetworkAttachment("edge", List.of())),
                List.of(
                        new PortSpec(80, 8080, PortSpec.Protocol.TCP, PortSpec.Mode.INGRESS),
                        new PortSpec(53, 5353, PortSpec.Protocol.UDP, PortSpec.Mode.HOST),
                        new PortSpec(81, 0, PortSpec.Protocol.TCP, PortSpec.Mode.INGRESS)),
                EndpointMode.VIP,
                new TreeMap<>(Map.of("team", "a $ b")),
                new TreeMap<>(
                        Map.of(
                                new ServiceName("plain"), DependencyCondition.HEALTHY,
                                new ServiceName("agent"), DependencyCondition.STARTED)));
    }

    private static ServiceSpec globalService() {
        ServiceSpec service = ServiceSpecBuilder.service("agent").global().build();
        return new ServiceSpec(
                service.name(),
                service.container(),
                service.deploy(),
                List.of(),
                List.of(),
                EndpointMode.DNSRR,
                service.labels(),
                service.dependsOn());
    }

    private static ContainerSpec fullContainer() {
        return new ContainerSpec(
                new ImageReference("registry.example:5000/shop/web:v1"),
                List.of("/bin/entry", "--flag"),
                List.of("serve", "--price", "5$"),
                new TreeMap<>(
                        Map.of(
                                "COST", EnvValue.plain("5$ and ${NOT_A_VARIABLE}"),
                                "EMPTY", EnvValue.plain(""),
                                "NUMBER", EnvValue.plain("0123"),
                                "LINES", EnvValue.plain("first\nsecond: \"x\" # y\n"),
                                "URL", EnvValue.secret("pg://u:${MODMON_SECRET_DB}@h/$$x"))),
                new TreeMap<>(Map.of("traefik.enable", "true")),
                List.of(
                        new MountSpec(MountSpec.Kind.VOLUME, "data", "/data", false),
                        new MountSpec(MountSpec.Kind.VOLUME, "", "/anonymous", false),
                        new MountSpec(MountSpec.Kind.BIND, "/etc/hosts", "/etc/host-hosts", true),
                        new MountSpec(MountSpec.Kind.TMPFS, "", "/tmp", false)),
                new Healthcheck(
                        List.of("CMD-SHELL", "curl -f localhost || exit 1"),
                        Duration.ofSeconds(90),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(5),
                        4),
                "1000:1000",
                "/srv",
                "web-host",
                "SIGINT",
                Duration.ofSeconds(25),
                true,
                true,
                true,
                true,
                List.of("db.example:10.0.0.1"),
                List.of("1.1.1.1", "8.8.8.8"),
                List.of("example.org"),
                List.of("NET_ADMIN"),
                List.of("ALL"),
                new TreeMap<>(Map.of("net.core.somaxconn", "1024")),
                new LoggingSpec("json-file", new TreeMap<>(Map.of("max-size", "10m"))));
    }

    private static DeploySpec fullDeploy() {
        return new DeploySpec(
                new ServiceMode.Replicated(3),
                new Resources(500_000_000L, 64 << 20, 100, 250_000_000L, 32 << 20),
                new RestartPolicy(
                        RestartPolicy.Condition.ON_FAILURE,
                        Duration.ofSeconds(2),
                        3,
                        Duration.ofSeconds(60)),
                new UpdatePolicy(
                        2,
                        Duration.ofSeconds(1),
                        UpdatePolicy.FailureAction.ROLLBACK,
                        Duration.ofSeconds(10),
                        0.25,
                        UpdatePolicy.Order.START_FIRST),
                new UpdatePolicy(
                        0,
                        Duration.ofSeconds(2),
                        UpdatePolicy.FailureAction.CONTINUE,
                        Duration.ofSeconds(3),
                        0.5,
                        UpdatePolicy.Order.START_FIRST),
                new Placement(
                        List.of("node.role==worker", "node.labels.disk==ssd"),
                        List.of("node.labels.zone"),
                        2));
    }
}
