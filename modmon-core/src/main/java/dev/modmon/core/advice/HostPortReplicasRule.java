package dev.modmon.core.advice;

import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.diagnostic.Diagnostics;

/// A port of a node can be had by one task on that node, so more tasks need as many nodes.
final class HostPortReplicasRule implements Rule {
    @Override
    public void check(Setting setting, Diagnostics diagnostics) {
        for (ServiceSpec service : setting.stack().services()) {
            if (service.deploy().mode() instanceof ServiceMode.Replicated(int tasks) && tasks > 1) {
                service.ports().stream()
                        .filter(it -> it.mode() == PortSpec.Mode.HOST && it.published() != 0)
                        .findFirst()
                        .ifPresent(port ->
                                diagnostics.warning(
                                        "service.replicas-share-host-port",
                                        setting.placeOf(service, "ports"),
                                        "Service '%s' has %d replicas, but only one task of a node can have its port %d."
                                                .formatted(service.name(), tasks, port.published()),
                                        "Publish it with 'mode: ingress', or use 'deploy: {mode: global}'."));
            }
        }
    }
}
