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
                        globalService(),
                        ServiceSpecBuilder.service("migrate")
                                .mode(new ServiceMode.ReplicatedJob(2))
                                .build()),
                List.of(
                        NetworkSpec.overlay("default"),
                        NetworkSpec.external("edge"),
                        new NetworkSpec(
                                "inside",
                                Naming.SCOPED,
                                "overlay",
                                new TreeMap<>(Map.of("encrypted", "true")),
                                new AddressPool("default", List.of("10.9.0.0/24")),
                                new TreeMap<>(Map.of("team", "a")),
                                true,
                                true)),
                List.of(
                        VolumeSpec.local("data"),
                        VolumeSpec.external("shared"),
                        new VolumeSpec(
                                "nfs-of-shop",
                                Naming.EXACT,
                                "local",
                                new TreeMap<>(Map.of("type", "nfs", "device", ":/export")),
                                new TreeMap<>(Map.of("keep", "always")))),
                List.of(siteConfig(), inlineConfig(), StoredFile.external("given")),
                List.of(fileSecret(), VALUE_SECRET));
    }

    /// A secret whose content is in no file.
    public static final StoredFile VALUE_SECRET =
            StoredFile.own(
                    "token",
                    Naming.SCOPED,
                    EnvValue.secret("Bearer ${MODMON_SECRET_TOKEN}"),
                    "",
                    new TreeMap<>(),
                    "");

    private static StoredFile siteConfig() {
        return StoredFile.own(
                "site",
                Naming.SCOPED,
                EnvValue.plain("server { listen $port; }\n"),
                "conf/site.conf",
                new TreeMap<>(Map.of("team", "a")),
                "golang");
    }

    private static StoredFile inlineConfig() {
        return StoredFile.own(
                "inline", Naming.EXACT, EnvValue.plain("cost: 5$\n"), "", new TreeMap<>(), "");
    }

    private static StoredFile fileSecret() {
        return StoredFile.own(
                "password",
                Naming.SCOPED,
                EnvValue.secret("pa$$word"),
                "secrets/password.txt",
                new TreeMap<>(),
                "");
    }

    public static ServiceSpec fullService() {
        return new ServiceSpec(
                new ServiceName("web"),
                fullContainer(),
                fullDeploy(),
                List.of(
                        NetworkAttachment.of("default", "www", "front"),
                        new NetworkAttachment(
                                "edge", List.of(), new TreeMap<>(Map.of("mtu", "1400")))),
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
                fullFiles(),
                new ProcessSpec(
                        "1000:1000",
                        "/srv",
                        "SIGINT",
                        Duration.ofSeconds(25),
                        true,
                        true,
                        true,
                        new TreeMap<>(
                                Map.of(
                                        "nofile", new Ulimit(1024, 2048),
                                        "nproc", new Ulimit(50, 50)))),
                new Isolation(
                        true,
                        List.of("NET_ADMIN"),
                        List.of("ALL"),
                        new TreeMap<>(Map.of("net.core.somaxconn", "1024"))),
                new NameResolution(
                        "web-host",
                        List.of("db.example:10.0.0.1"),
                        List.of("1.1.1.1", "8.8.8.8"),
                        List.of("example.org")),
                new Healthcheck(
                        List.of("CMD-SHELL", "curl -f localhost || exit 1"),
                        Duration.ofSeconds(90),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        4),
                new LoggingSpec("json-file", new TreeMap<>(Map.of("max-size", "10m"))),
                new TreeMap<>(Map.of("traefik.enable", "true")));
    }

    private static ContainerFiles fullFiles() {
        return new ContainerFiles(
                List.of(
                        new MountSpec(
                                MountSpec.Kind.VOLUME,
                                "data",
                                "/data",
                                false,
                                MountOptions.ofVolume(true, "below")),
                        MountSpec.of(MountSpec.Kind.VOLUME, "", "/anonymous", false),
                        new MountSpec(
                                MountSpec.Kind.BIND,
                                "/etc/hosts",
                                "/etc/host-hosts",
                                true,
                                MountOptions.ofBind("rslave")),
                        new MountSpec(
                                MountSpec.Kind.TMPFS,
                                "",
                                "/tmp",
                                false,
                                MountOptions.ofTmpfs(64 << 20))),
                List.of(
                        new FileGrant(siteConfig().storedName(), "/etc/site", "33", "34", 0440),
                        new FileGrant("given", "given", "0", "0", 0444)),
                List.of(
                        new FileGrant(fileSecret().storedName(), "db", "0", "0", 0400),
                        new FileGrant("token", "token", "0", "0", 0444)));
    }

    private static DeploySpec fullDeploy() {
        return new DeploySpec(
                new ServiceMode.Replicated(3),
                new Resources(
                        500_000_000L,
                        64 << 20,
                        100,
                        250_000_000L,
                        32 << 20,
                        new TreeMap<>(Map.of("gpu", 2L))),
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
