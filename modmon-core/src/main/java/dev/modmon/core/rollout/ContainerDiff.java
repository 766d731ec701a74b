package dev.modmon.core.rollout;

import dev.modmon.core.compose.ComposeBytes;
import dev.modmon.core.compose.ComposeDuration;
import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.compose.Isolation;
import dev.modmon.core.compose.LoggingSpec;
import dev.modmon.core.compose.MountOptions;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.NameResolution;
import dev.modmon.core.compose.ProcessSpec;
import dev.modmon.core.compose.Ulimit;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The part of a service that is in its tasks' containers.
final class ContainerDiff {
    private static final String MASK = EnvValue.secret("").shown();
    private static final Healthcheck FROM_IMAGE =
            new Healthcheck(List.of(), null, null, null, null, null);

    private ContainerDiff() {}

    static void add(Changes changes, ObservedService observed, ContainerSpec after) {
        ContainerSpec before = observed.spec().container();
        ImageChange.between(before.image(), after.image())
                .ifPresent(image -> changes.add("image", image.before(), image.after()));
        changes.list("entrypoint", before.entrypoint(), after.entrypoint());
        changes.list("command", before.command(), after.command());
        environment(changes, observed, after);
        changes.texts("labels", before.labels(), after.labels());
        changes.entries("volumes", mounts(before), mounts(after), ContainerDiff::shown);
        changes.entries(
                "configs",
                grants(before.files().configs()),
                grants(after.files().configs()),
                ContainerDiff::shown);
        changes.entries(
                "secrets",
                grants(before.files().secrets()),
                grants(after.files().secrets()),
                ContainerDiff::shown);
        healthcheck(changes, before.healthcheck(), after.healthcheck());
        process(changes, before.process(), after.process());
        isolation(changes, before.isolation(), after.isolation());
        names(changes, before.names(), after.names());
        logging(changes, before.logging(), after.logging());
    }

    /// Values are compared, and shown only when neither side is secret. Of a service that Modmon did
    /// not deploy nobody knows which old values are secret, so none is shown.
    private static void environment(
            Changes changes, ObservedService observed, ContainerSpec after) {
        SortedMap<String, EnvValue> old = observed.spec().container().environment();
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(after.environment().keySet());
        for (String name : names) {
            EnvValue from = old.get(name);
            EnvValue to = after.environment().get(name);
            if (from != null && to != null && from.text().equals(to.text())) {
                continue;
            }
            boolean masked = observed.hash().isEmpty() || (to != null && to.secret());
            changes.add(
                    "environment." + name,
                    from == null ? "" : masked ? MASK : from.shown(),
                    to == null ? "" : to.shown());
        }
    }

    private static SortedMap<String, MountSpec> mounts(ContainerSpec container) {
        SortedMap<String, MountSpec> byTarget = new TreeMap<>();
        container.mounts().forEach(m -> byTarget.put(m.target(), m));
        return byTarget;
    }

    private static String shown(MountSpec mount) {
        String kind = mount.kind().name().toLowerCase(Locale.ROOT);
        StringBuilder shown = new StringBuilder(kind);
        if (!mount.source().isEmpty()) {
            shown.append(' ').append(mount.source());
        }
        if (mount.readOnly()) {
            shown.append(" (read-only)");
        }
        MountOptions options = mount.options();
        if (!options.propagation().isEmpty()) {
            shown.append(' ').append(options.propagation());
        }
        if (options.noCopy()) {
            shown.append(" nocopy");
        }
        if (!options.subpath().isEmpty()) {
            shown.append(" subpath ").append(options.subpath());
        }
        if (options.tmpfsBytes() != 0) {
            shown.append(' ').append(ComposeBytes.text(options.tmpfsBytes()));
        }
        return shown.toString();
    }

    private static SortedMap<String, FileGrant> grants(List<FileGrant> grants) {
        SortedMap<String, FileGrant> byTarget = new TreeMap<>();
        grants.forEach(grant -> byTarget.put(grant.target(), grant));
        return byTarget;
    }

    private static String shown(FileGrant grant) {
        StringBuilder shown = new StringBuilder(grant.source());
        if (grant.mode() != FileGrant.READABLE) {
            shown.append(" mode ").append(grant.modeText());
        }
        if (!grant.uid().equals(FileGrant.ROOT) || !grant.gid().equals(FileGrant.ROOT)) {
            shown.append(" owner ").append(grant.uid()).append(':').append(grant.gid());
        }
        return shown.toString();
    }

    private static void healthcheck(
            Changes changes, @Nullable Healthcheck before, @Nullable Healthcheck after) {
        Healthcheck from = before == null ? FROM_IMAGE : before;
        Healthcheck to = after == null ? FROM_IMAGE : after;
        changes.list("healthcheck.test", from.test(), to.test());
        changes.value(
                "healthcheck.interval", from.interval(), to.interval(), ComposeDuration::text);
        changes.value("healthcheck.timeout", from.timeout(), to.timeout(), ComposeDuration::text);
        changes.value(
                "healthcheck.start_period",
                from.startPeriod(),
                to.startPeriod(),
                ComposeDuration::text);
        changes.value(
                "healthcheck.start_interval",
                from.startInterval(),
                to.startInterval(),
                ComposeDuration::text);
        changes.value("healthcheck.retries", from.retries(), to.retries());
    }

    private static void process(Changes changes, ProcessSpec before, ProcessSpec after) {
        changes.value("user", before.user(), after.user());
        changes.value("working_dir", before.workingDir(), after.workingDir());
        changes.value("stop_signal", before.stopSignal(), after.stopSignal());
        changes.value(
                "stop_grace_period",
                before.stopGracePeriod(),
                after.stopGracePeriod(),
                ComposeDuration::text);
        changes.value("init", before.init(), after.init());
        changes.value("tty", before.tty(), after.tty());
        changes.value("stdin_open", before.stdinOpen(), after.stdinOpen());
        changes.entries("ulimits", before.ulimits(), after.ulimits(), Ulimit::toString);
    }

    private static void isolation(Changes changes, Isolation before, Isolation after) {
        changes.value("read_only", before.readOnly(), after.readOnly());
        changes.list("cap_add", before.capAdd(), after.capAdd());
        changes.list("cap_drop", before.capDrop(), after.capDrop());
        changes.texts("sysctls", before.sysctls(), after.sysctls());
    }

    private static void names(Changes changes, NameResolution before, NameResolution after) {
        changes.value("hostname", before.hostname(), after.hostname());
        changes.list("extra_hosts", before.extraHosts(), after.extraHosts());
        changes.list("dns", before.dns(), after.dns());
        changes.list("dns_search", before.dnsSearch(), after.dnsSearch());
    }

    private static void logging(
            Changes changes, @Nullable LoggingSpec before, @Nullable LoggingSpec after) {
        changes.value(
                "logging.driver",
                before == null ? null : before.driver(),
                after == null ? null : after.driver());
        changes.texts(
                "logging.options",
                before == null ? new TreeMap<>() : before.options(),
                after == null ? new TreeMap<>() : after.options());
    }
}
