package dev.modmon.core.advice;

import dev.modmon.core.compose.DependencyCondition;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.diagnostic.Diagnostics;

/// A service that others wait for until it is healthy says how to tell.
final class AwaitedHealthRule implements Rule {
    @Override
    public void check(Setting setting, Diagnostics diagnostics) {
        for (ServiceSpec service : setting.stack().services()) {
            service.dependsOn()
                    .forEach((name, condition) -> {
                        if (condition == DependencyCondition.HEALTHY) {
                            setting.stack()
                                    .service(name)
                                    .filter(it -> Health.of(it) != Health.CHECKED)
                                    .ifPresent(it -> warn(service, it, setting, diagnostics));
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
