package dev.modmon.core.advice;

import dev.modmon.core.compose.DependencyCondition;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ServiceName;
import java.util.HashMap;
import java.util.Map;

/// A service that others wait for until it is healthy says how to tell.
final class AwaitedHealthRule implements Rule {
    @Override
    public void check(Setting setting, Diagnostics diagnostics) {
        Map<ServiceName, ServiceSpec> unchecked = new HashMap<>();
        for (ServiceSpec service : setting.stack().services()) {
            if (Health.of(service) != Health.CHECKED) {
                unchecked.put(service.name(), service);
            }
        }
        for (ServiceSpec service : setting.stack().services()) {
            service.dependsOn()
                    .forEach((name, condition) -> {
                        ServiceSpec awaited = unchecked.get(name);
                        if (condition == DependencyCondition.HEALTHY && awaited != null) {
                            warn(service, awaited, setting, diagnostics);
                        }
                    });
        }
    }

    private static void warn(
            ServiceSpec waiting, ServiceSpec awaited, Setting setting, Diagnostics diagnostics) {
        diagnostics.warning(
                "service.unknown-health",
                setting.placeOf(waiting, "depends_on"),
                "Service '%s' waits for '%s' to be healthy, but that has no health check."
                        .formatted(waiting.name(), awaited.name()),
                "Add 'healthcheck:' to '%s'; until then it counts as healthy once it runs."
                        .formatted(awaited.name()));
    }
}
