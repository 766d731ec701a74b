package dev.modmon.core.rollout;

import dev.modmon.core.compose.ComposeDuration;
import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.compose.LoggingSpec;
import dev.modmon.core.compose.MountSpec;
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
            new Healthcheck(List.of(), null, null, null, null);

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
        healthcheck(changes, before.healthcheck(), after.healthcheck());
        process(changes, before, after);
        isolation(changes, before, after);
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
        String source = mount.source().isEmpty() ? kind : kind + " " + mount.source();
        return mount.readOnly() ? source + " (read-only)" : source;
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
        changes.value("healthcheck.retries", from.retries(), to.retries());
    }

    private static void process(Changes changes, ContainerSpec before, ContainerSpec after) {
        changes.value("user", before.user(), after.user());
        changes.value("working_dir", before.workingDir(), after.workingDir());
        changes.value("hostname", before.hostname(), after.hostname());
        changes.value("stop_signal", before.stopSignal(), after.stopSignal());
        changes.value(
                "stop_grace_period",
                before.stopGracePeriod(),
                after.stopGracePeriod(),
                ComposeDuration::text);
        changes.value("init", before.init(), after.init());
        changes.value("tty", before.tty(), after.tty());
        changes.value("stdin_open", before.stdinOpen(), after.stdinOpen());
    }

    private static void isolation(Changes changes, ContainerSpec before, ContainerSpec after) {
        changes.value("read_only", before.readOnly(), after.readOnly());
        changes.list("extra_hosts", before.extraHosts(), after.extraHosts());
        changes.list("dns", before.dns(), after.dns());
        changes.list("dns_search", before.dnsSearch(), after.dnsSearch());
        changes.list("cap_add", before.capAdd(), after.capAdd());
        changes.list("cap_drop", before.capDrop(), after.capDrop());
        changes.texts("sysctls", before.sysctls(), after.sysctls());
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
