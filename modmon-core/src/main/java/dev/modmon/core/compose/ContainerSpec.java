package dev.modmon.core.compose;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What runs in each task of a service. Null and empty mean: as the image has it.
///
/// @param entrypoint replaces the image's entry point
/// @param command replaces the image's command
/// @param labels of the container, without the stack's own
/// @param stopGracePeriod between the stop signal and the kill
/// @param init an init process as PID 1; null: as the engine is configured
/// @param extraHosts as Compose writes them, `NAME:ADDRESS`
/// @param sysctls kernel parameters of the container's namespaces
public record ContainerSpec(
        ImageReference image,
        List<String> entrypoint,
        List<String> command,
        SortedMap<String, EnvValue> environment,
        SortedMap<String, String> labels,
        List<MountSpec> mounts,
        @Nullable Healthcheck healthcheck,
        @Nullable String user,
        @Nullable String workingDir,
        @Nullable String hostname,
        @Nullable String stopSignal,
        Duration stopGracePeriod,
        @Nullable Boolean init,
        boolean readOnly,
        boolean tty,
        boolean stdinOpen,
        List<String> extraHosts,
        List<String> dns,
        List<String> dnsSearch,
        List<String> capAdd,
        List<String> capDrop,
        SortedMap<String, String> sysctls,
        @Nullable LoggingSpec logging) {
    /// The engine's own default.
    public static final Duration DEFAULT_STOP_GRACE_PERIOD = Duration.ofSeconds(10);

    public ContainerSpec {
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        mounts = mounts.stream().sorted().toList();
        extraHosts = extraHosts.stream().sorted().toList();
        dns = List.copyOf(dns);
        dnsSearch = List.copyOf(dnsSearch);
        capAdd = capAdd.stream().sorted().toList();
        capDrop = capDrop.stream().sorted().toList();
        sysctls = Collections.unmodifiableSortedMap(new TreeMap<>(sysctls));
    }

    public ContainerSpec withImage(ImageReference changed) {
        return new ContainerSpec(
                changed,
                entrypoint,
                command,
                environment,
                labels,
                mounts,
                healthcheck,
                user,
                workingDir,
                hostname,
                stopSignal,
                stopGracePeriod,
                init,
                readOnly,
                tty,
                stdinOpen,
                extraHosts,
                dns,
                dnsSearch,
                capAdd,
                capDrop,
                sysctls,
                logging);
    }

    public ContainerSpec withEnvironment(SortedMap<String, EnvValue> changed) {
        return new ContainerSpec(
                image,
                entrypoint,
                command,
                changed,
                labels,
                mounts,
                healthcheck,
                user,
                workingDir,
                hostname,
                stopSignal,
                stopGracePeriod,
                init,
                readOnly,
                tty,
                stdinOpen,
                extraHosts,
                dns,
                dnsSearch,
                capAdd,
                capDrop,
                sysctls,
                logging);
    }

    public ContainerSpec withMounts(List<MountSpec> changed) {
        return new ContainerSpec(
                image,
                entrypoint,
                command,
                environment,
                labels,
                changed,
                healthcheck,
                user,
                workingDir,
                hostname,
                stopSignal,
                stopGracePeriod,
                init,
                readOnly,
                tty,
                stdinOpen,
                extraHosts,
                dns,
                dnsSearch,
                capAdd,
                capDrop,
                sysctls,
                logging);
    }
}
