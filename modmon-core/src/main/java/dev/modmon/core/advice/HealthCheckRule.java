package dev.modmon.core.advice;

import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.diagnostic.Diagnostics;

/// A service that is not to be down says how to tell that it works: without, an update stops the old task as soon as the
/// new one has started, be it ready or not.
final class HealthCheckRule implements Rule {
    @Override
    public void check(Setting setting, Diagnostics diagnostics) {
        for (ServiceSpec service : setting.stack().services()) {
            String reason = whyNotToBeDown(service, setting);
            if (!reason.isEmpty() && Health.of(service) == Health.UNKNOWN) {
                diagnostics.warning(
                        "service.no-healthcheck",
                        setting.placeOf(service),
                        "Service '%s' %s but has no health check, so an update cannot tell whether it works."
                                .formatted(service.name(), reason),
                        "Add 'healthcheck:', or 'healthcheck: {disable: true}' if it is fine like this.");
            }
        }
    }

    /// Empty when nothing says that downtime matters.
    private static String whyNotToBeDown(ServiceSpec service, Setting setting) {
        if (service.deploy().mode() instanceof ServiceMode.Replicated(int tasks) && tasks == 0) {
            return "";
        }
        if (!service.ports().isEmpty()) {
            return "publishes a port";
        }
        if (service.deploy().mode() instanceof ServiceMode.Replicated(int tasks) && tasks > 1) {
            return "has %d replicas".formatted(tasks);
        }
        return setting.saysStartFirst(service) ? "is updated start-first" : "";
    }
}
