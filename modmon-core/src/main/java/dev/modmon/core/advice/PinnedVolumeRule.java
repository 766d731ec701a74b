package dev.modmon.core.advice;

import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.VolumeSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A volume that is a folder of a node keeps its service on that node: elsewhere a task finds another, empty one.
final class PinnedVolumeRule implements Rule {
    @Override
    public void check(Setting setting, Diagnostics diagnostics) {
        if (setting.singleNode()) {
            return;
        }
        Map<String, VolumeSpec> volumes =
                setting.stack().volumes().stream()
                        .collect(Collectors.toMap(VolumeSpec::name, Function.identity()));
        for (ServiceSpec service : setting.stack().services()) {
            if (service.deploy().mode() instanceof ServiceMode.Replicated && !isPinned(service)) {
                service.container().mounts().stream()
                        .filter(it -> it.kind() == MountSpec.Kind.VOLUME && !it.readOnly())
                        .filter(it -> isOfANode(volumes.get(it.source())))
                        .findFirst()
                        .ifPresent(it -> warn(service, it, setting, diagnostics));
            }
        }
    }

    /// A volume with options may be a network share, and an external one anything.
    private static boolean isOfANode(@Nullable VolumeSpec volume) {
        return volume != null
                && !volume.naming().isExternal()
                && (volume.driver().isEmpty() || volume.driver().equals("local"))
                && volume.driverOptions().isEmpty();
    }

    /// Nearly all swarms have one manager; who has several is told by the comment in the templates to name one.
    private static boolean isPinned(ServiceSpec service) {
        return service.deploy().placement().constraints().stream()
                .map(it -> it.replace(" ", ""))
                .anyMatch(it ->
                        it.startsWith("node.hostname==")
                                || it.startsWith("node.id==")
                                || it.equals("node.role==manager")
                                || it.startsWith("node.labels.") && it.contains("=="));
    }

    private static void warn(
            ServiceSpec service, MountSpec mount, Setting setting, Diagnostics diagnostics) {
        diagnostics.warning(
                "volume.not-pinned",
                setting.placeOf(service, "volumes"),
                "Volume '%s' of service '%s' is a folder of whichever node runs it; on another node the service starts empty."
                        .formatted(mount.source(), service.name()),
                "Keep it on one node: 'deploy: {placement: {constraints: [node.labels.NAME == VALUE]}}'.");
    }
}
