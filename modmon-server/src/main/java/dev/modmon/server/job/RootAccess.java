package dev.modmon.server.job;

import dev.modmon.core.compose.ContainerFiles;
import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.Isolation;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.Naming;
import dev.modmon.core.compose.NetworkAttachment;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.compose.VolumeSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.Project;
import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What in a stack makes whoever controls the container root on the node, or lets it into what belongs
/// to others. Only an admin may bring such a thing in, or change a service that has one; a new version
/// of its image is no such change.
final class RootAccess {
    private static final Set<String> OWN_DRIVERS = Set.of("", "overlay");

    private RootAccess() {}

    /// Reports what the caller, who is no admin, may not deploy.
    ///
    /// @param previous what runs, which an admin let in
    static void forbid(Stack desired, Optional<Stack> previous, Diagnostics diagnostics) {
        for (ServiceSpec service : desired.services()) {
            List<String> reasons = reasons(service, desired);
            if (!reasons.isEmpty() && !isAsBefore(service, desired, previous)) {
                diagnostics.error(
                        "policy.needs-admin",
                        Place.ofFile(Project.FILE),
                        "Service '%s' %s, which gives it power over the node."
                                .formatted(service.name(), String.join(" and ", reasons)),
                        "Ask an admin to deploy this commit, or do without it.");
            }
        }
    }

    static List<String> reasons(ServiceSpec service, Stack stack) {
        List<String> reasons = new ArrayList<>();
        Isolation isolation = service.container().isolation();
        if (!isolation.capAdd().isEmpty()) {
            reasons.add("adds capabilities " + isolation.capAdd());
        }
        if (!isolation.sysctls().isEmpty()) {
            reasons.add("sets kernel parameters " + isolation.sysctls().keySet());
        }
        for (FileKind kind : FileKind.values()) {
            service.container().files().grants(kind).stream()
                    .filter(grant -> !isOfStack(kind, grant, stack))
                    .map(grant ->
                            "gets %s '%s', which is not of this stack"
                                    .formatted(kind.word(), grant.source()))
                    .forEach(reasons::add);
        }
        for (MountSpec mount : service.container().mounts()) {
            mountReason(mount, stack).ifPresent(reasons::add);
        }
        for (NetworkAttachment attachment : service.networks()) {
            networkReason(attachment, stack).ifPresent(reasons::add);
        }
        return reasons;
    }

    private static boolean isOfStack(FileKind kind, FileGrant grant, Stack stack) {
        return stack.files(kind).stream()
                .filter(file -> file.storedName().equals(grant.source()))
                .anyMatch(file -> !file.naming().isExternal());
    }

    private static Optional<String> mountReason(MountSpec mount, Stack stack) {
        return switch (mount.kind()) {
            case TMPFS -> Optional.empty();
            case BIND -> Optional.of("mounts '%s' of the node".formatted(mount.source()));
            case VOLUME ->
                    volume(mount.source(), stack)
                            .filter(RootAccess::reachesOutside)
                            .map(volume ->
                                    "mounts volume '%s', which is %s"
                                            .formatted(
                                                    volume.name(),
                                                    volume.naming() != Naming.SCOPED
                                                            ? "not of this stack"
                                                            : "made with options of its own"));
        };
    }

    /// The options of the plain local driver can name any folder of the node.
    private static boolean reachesOutside(VolumeSpec volume) {
        // Under a name of its own, it may be what somebody else has.
        return volume.naming() != Naming.SCOPED
                || !volume.driver().isEmpty() && !volume.driver().equals("local")
                || !volume.driverOptions().isEmpty();
    }

    private static Optional<String> networkReason(NetworkAttachment attachment, Stack stack) {
        return network(attachment.network(), stack)
                .filter(network ->
                        network.naming().isExternal()
                                        && Set.of("host", "bridge", "none").contains(network.name())
                                || !OWN_DRIVERS.contains(network.driver())
                                        && !network.naming().isExternal())
                .map(network -> "is in network '%s' of the node".formatted(network.name()));
    }

    private static boolean isAsBefore(ServiceSpec service, Stack desired, Optional<Stack> before) {
        return before.flatMap(stack -> stack.service(service.name()))
                .filter(old -> comparable(old, before.get()).equals(comparable(service, desired)))
                .filter(_ -> outside(service, desired).equals(outside(service, before.get())))
                .isPresent();
    }

    /// Without what may change: the version of the image, and the values of secrets.
    private static ContainerSpec comparable(ServiceSpec service, Stack stack) {
        SortedMap<String, EnvValue> environment = new TreeMap<>();
        service.container()
                .environment()
                .forEach((name, value) ->
                        environment.put(name, value.secret() ? EnvValue.secret("") : value));
        return service.container()
                .withImage(new ImageReference(service.container().image().name()))
                .withEnvironment(environment)
                .withFiles(withoutStamps(service.container().files(), stack));
    }

    private static ContainerFiles withoutStamps(ContainerFiles files, Stack stack) {
        Map<String, String> names =
                stack.secrets().stream()
                        .collect(Collectors.toMap(StoredFile::storedName, StoredFile::name));
        return new ContainerFiles(
                files.mounts(),
                files.configs(),
                files.secrets().stream()
                        .map(secret ->
                                secret.withSource(
                                        names.getOrDefault(secret.source(), secret.source())))
                        .toList());
    }

    /// The volumes and networks themselves: their names alone do not say what they are.
    private static List<Object> outside(ServiceSpec service, Stack stack) {
        List<Object> outside = new ArrayList<>();
        service.container()
                .mounts()
                .forEach(mount -> volume(mount.source(), stack).ifPresent(outside::add));
        outside.addAll(
                service.networks().stream()
                        .map(attachment -> network(attachment.network(), stack))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(NetworkSpec::name, Function.identity()))
                        .values());
        return outside;
    }

    private static Optional<VolumeSpec> volume(String name, Stack stack) {
        return stack.volumes().stream().filter(v -> v.name().equals(name)).findFirst();
    }

    private static Optional<NetworkSpec> network(String name, Stack stack) {
        return stack.networks().stream().filter(n -> n.name().equals(name)).findFirst();
    }
}
