package dev.modmon.core.compose;

import dev.modmon.core.project.ServiceName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One service as it stands in a stack file.
final class ServiceEntries {
    private ServiceEntries() {}

    static Entries of(ServiceSpec service) {
        ContainerSpec container = service.container();
        Entries entries =
                new Entries()
                        .text("image", container.image().value())
                        .texts("entrypoint", container.entrypoint())
                        .texts("command", container.command())
                        .nested("environment", environment(container));
        entries.texts(
                "depends_on",
                service.dependsOn().keySet().stream().map(ServiceName::value).toList());
        networks(entries, service.networks());
        entries.list("ports", service.ports().stream().map(ServiceEntries::port).toList());
        entries.list("volumes", container.mounts().stream().map(ServiceEntries::mount).toList());
        entries.nested("healthcheck", healthcheck(container.healthcheck()));
        process(entries, container);
        isolation(entries, container);
        entries.texts("labels", container.labels());
        logging(entries, container.logging());
        return entries.nested("deploy", DeployEntries.of(service));
    }

    private static Entries environment(ContainerSpec container) {
        Entries entries = new Entries();
        container
                .environment()
                .forEach((name, value) -> {
                    if (value.secret()) {
                        entries.template(name, value.text());
                    } else {
                        entries.text(name, value.text());
                    }
                });
        return entries;
    }

    /// A service that names no network is in `default`, by docker's own rule.
    private static void networks(Entries entries, List<NetworkAttachment> networks) {
        if (networks.equals(List.of(new NetworkAttachment("default", List.of())))) {
            return;
        }
        if (networks.stream().allMatch(n -> n.aliases().isEmpty())) {
            entries.texts("networks", networks.stream().map(NetworkAttachment::network).toList());
            return;
        }
        Entries byName = new Entries();
        networks.forEach(
                n -> byName.nestedAlways(n.network(), new Entries().texts("aliases", n.aliases())));
        entries.nested("networks", byName);
    }

    private static Entries port(PortSpec port) {
        Entries entries = new Entries().number("target", port.target());
        if (port.published() != 0) {
            entries.number("published", port.published());
        }
        if (port.protocol() != PortSpec.Protocol.TCP) {
            entries.text("protocol", lower(port.protocol()));
        }
        if (port.mode() != PortSpec.Mode.INGRESS) {
            entries.text("mode", lower(port.mode()));
        }
        return entries;
    }

    private static Entries mount(MountSpec mount) {
        Entries entries =
                new Entries()
                        .text("type", lower(mount.kind()))
                        .text("source", mount.source().isEmpty() ? null : mount.source())
                        .text("target", mount.target());
        return mount.readOnly() ? entries.flag("read_only", true) : entries;
    }

    private static Entries healthcheck(@Nullable Healthcheck healthcheck) {
        Entries entries = new Entries();
        if (healthcheck == null) {
            return entries;
        }
        if (healthcheck.isDisabled()) {
            return entries.flag("disable", true);
        }
        entries.texts("test", healthcheck.test());
        if (healthcheck.interval() != null) {
            entries.text("interval", ComposeDuration.text(healthcheck.interval()));
        }
        if (healthcheck.timeout() != null) {
            entries.text("timeout", ComposeDuration.text(healthcheck.timeout()));
        }
        if (healthcheck.retries() != null) {
            entries.number("retries", healthcheck.retries());
        }
        if (healthcheck.startPeriod() != null) {
            entries.text("start_period", ComposeDuration.text(healthcheck.startPeriod()));
        }
        return entries;
    }

    private static void process(Entries entries, ContainerSpec container) {
        entries.text("user", container.user())
                .text("working_dir", container.workingDir())
                .text("hostname", container.hostname())
                .text("stop_signal", container.stopSignal());
        if (!container.stopGracePeriod().equals(ContainerSpec.DEFAULT_STOP_GRACE_PERIOD)) {
            entries.text("stop_grace_period", ComposeDuration.text(container.stopGracePeriod()));
        }
        if (container.init() != null) {
            entries.flag("init", container.init());
        }
        if (container.tty()) {
            entries.flag("tty", true);
        }
        if (container.stdinOpen()) {
            entries.flag("stdin_open", true);
        }
    }

    private static void isolation(Entries entries, ContainerSpec container) {
        if (container.readOnly()) {
            entries.flag("read_only", true);
        }
        entries.texts("extra_hosts", container.extraHosts())
                .texts("dns", container.dns())
                .texts("dns_search", container.dnsSearch())
                .texts("cap_add", container.capAdd())
                .texts("cap_drop", container.capDrop())
                .texts("sysctls", container.sysctls());
    }

    private static void logging(Entries entries, @Nullable LoggingSpec logging) {
        if (logging != null) {
            entries.nested(
                    "logging",
                    new Entries()
                            .text("driver", logging.driver())
                            .texts("options", logging.options()));
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
