package dev.modmon.core.compose;

import dev.modmon.core.project.ServiceName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One service as it stands in a stack file.
final class ServiceEntries {
    private ServiceEntries() {}

    static Entries of(ServiceSpec service, Stack stack) {
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
        entries.list("configs", grants(container.files().configs(), stack.configs()));
        entries.list("secrets", grants(container.files().secrets(), stack.secrets()));
        entries.nested("healthcheck", healthcheck(container.healthcheck()));
        process(entries, container.process(), container.names());
        isolation(entries, container.isolation(), container.names());
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
        if (networks.equals(List.of(NetworkAttachment.of("default")))) {
            return;
        }
        if (networks.stream().allMatch(n -> n.equals(NetworkAttachment.of(n.network())))) {
            entries.texts("networks", networks.stream().map(NetworkAttachment::network).toList());
            return;
        }
        Entries byName = new Entries();
        for (NetworkAttachment network : networks) {
            byName.nestedAlways(
                    network.network(),
                    new Entries()
                            .texts("aliases", network.aliases())
                            .texts("driver_opts", network.driverOptions()));
        }
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
        if (mount.readOnly()) {
            entries.flag("read_only", true);
        }
        MountOptions options = mount.options();
        Entries bind = new Entries();
        if (!options.propagation().isEmpty()) {
            bind.text("propagation", options.propagation());
        }
        Entries volume = new Entries();
        if (options.noCopy()) {
            volume.flag("nocopy", true);
        }
        if (!options.subpath().isEmpty()) {
            volume.text("subpath", options.subpath());
        }
        Entries tmpfs = new Entries();
        if (options.tmpfsBytes() != 0) {
            tmpfs.number("size", options.tmpfsBytes());
        }
        return entries.nested("bind", bind).nested("volume", volume).nested("tmpfs", tmpfs);
    }

    private static List<Entries> grants(List<FileGrant> grants, List<StoredFile> files) {
        return grants.stream().map(grant -> grant(grant, files)).toList();
    }

    /// The file says by which name the stack knows it; its stamp is told once, where it is declared.
    private static Entries grant(FileGrant grant, List<StoredFile> files) {
        String source =
                files.stream()
                        .filter(file -> file.storedName().equals(grant.source()))
                        .map(StoredFile::name)
                        .findFirst()
                        .orElse(grant.source());
        Entries entries = new Entries().text("source", source);
        if (!grant.target().equals(source)) {
            entries.text("target", grant.target());
        }
        if (!grant.uid().equals(FileGrant.ROOT)) {
            entries.text("uid", grant.uid());
        }
        if (!grant.gid().equals(FileGrant.ROOT)) {
            entries.text("gid", grant.gid());
        }
        if (grant.mode() != FileGrant.READABLE) {
            entries.octal("mode", grant.mode());
        }
        return entries;
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
        if (healthcheck.startInterval() != null) {
            entries.text("start_interval", ComposeDuration.text(healthcheck.startInterval()));
        }
        return entries;
    }

    private static void process(Entries entries, ProcessSpec process, NameResolution names) {
        entries.text("user", process.user())
                .text("working_dir", process.workingDir())
                .text("hostname", names.hostname())
                .text("stop_signal", process.stopSignal());
        if (!process.stopGracePeriod().equals(ProcessSpec.DEFAULT_STOP_GRACE_PERIOD)) {
            entries.text("stop_grace_period", ComposeDuration.text(process.stopGracePeriod()));
        }
        if (process.init() != null) {
            entries.flag("init", process.init());
        }
        if (process.tty()) {
            entries.flag("tty", true);
        }
        if (process.stdinOpen()) {
            entries.flag("stdin_open", true);
        }
        Entries ulimits = new Entries();
        process.ulimits().forEach((name, limit) -> ulimit(ulimits, name, limit));
        entries.nested("ulimits", ulimits);
    }

    private static void ulimit(Entries entries, String name, Ulimit limit) {
        if (limit.soft() == limit.hard()) {
            entries.number(name, limit.soft());
        } else {
            entries.nested(
                    name, new Entries().number("soft", limit.soft()).number("hard", limit.hard()));
        }
    }

    private static void isolation(Entries entries, Isolation isolation, NameResolution names) {
        if (isolation.readOnly()) {
            entries.flag("read_only", true);
        }
        entries.texts("extra_hosts", names.extraHosts())
                .texts("dns", names.dns())
                .texts("dns_search", names.dnsSearch())
                .texts("cap_add", isolation.capAdd())
                .texts("cap_drop", isolation.capDrop())
                .texts("sysctls", isolation.sysctls());
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
