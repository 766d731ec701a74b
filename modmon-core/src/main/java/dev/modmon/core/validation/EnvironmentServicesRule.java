package dev.modmon.core.validation;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.project.ServiceName;
import java.util.List;

/// An environment changes services that there are, or adds one that is complete.
final class EnvironmentServicesRule implements Rule {
    @Override
    public void check(MasterRepo repo, Diagnostics diagnostics) {
        List<String> names =
                repo.project().services().keySet().stream().map(ServiceName::value).toList();
        for (Environment environment : repo.project().environments().values()) {
            for (ServiceDefinition service : environment.services().values()) {
                if (!names.contains(service.name().value()) && !service.compose().has("image")) {
                    diagnostics.error(
                            "environment.unknown-service",
                            service.place(),
                            "Environment '%s' changes service '%s', which is not there."
                                    .formatted(environment.name(), service.name()),
                            DidYouMean.nearest(service.name().value(), names)
                                    .map("Did you mean '%s'?"::formatted)
                                    .orElse(
                                            "A service of this environment alone needs an 'image'."));
                }
            }
        }
    }
}
