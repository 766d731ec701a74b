package dev.modmon.core.validation;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.Repo;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.project.ServiceName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// All services of a project share one namespace: that of the stack.
final class ServiceNamesRule implements Rule {
    @Override
    public void check(MasterRepo repo, Diagnostics diagnostics) {
        Map<ServiceName, ServiceDefinition> first = new HashMap<>();
        for (Repo app : repo.project().repos().values()) {
            check(app.services().values(), first, diagnostics);
        }
        check(repo.project().swarm().services().values(), first, diagnostics);
    }

    private static void check(
            Collection<ServiceDefinition> services,
            Map<ServiceName, ServiceDefinition> first,
            Diagnostics diagnostics) {
        for (ServiceDefinition service : services) {
            ServiceDefinition other = first.putIfAbsent(service.name(), service);
            if (other != null) {
                diagnostics.error(
                        "service.duplicate-name",
                        service.place(),
                        "There is another service called '%s'.".formatted(service.name()),
                        "It is in line %d; rename one of them: they share one stack."
                                .formatted(other.place().line()));
            }
        }
    }
}
