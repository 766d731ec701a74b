package dev.modmon.core.advice;

import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.DatabaseType;
import java.util.Map;
import java.util.Optional;

/// Whoever reaches a node reaches what it publishes; a database is for the services of its stack.
final class DatabasePortRule implements Rule {
    /// Search engines and queues are no databases of Modmon's, but nothing for everybody either.
    private static final Map<String, Integer> OTHERS =
            Map.of(
                    "elasticsearch", 9200,
                    "opensearch", 9200,
                    "meilisearch", 7700,
                    "typesense", 8108,
                    "rabbitmq", 5672,
                    "valkey", 6379,
                    "postgis", 5432,
                    "etcd", 2379);

    @Override
    public void check(Setting setting, Diagnostics diagnostics) {
        for (ServiceSpec service : setting.stack().services()) {
            String name = service.container().image().name();
            String product = name.substring(name.lastIndexOf('/') + 1);
            portOf(product)
                    .flatMap(port -> published(service, port))
                    .ifPresent(port -> warn(service, product, port, setting, diagnostics));
        }
    }

    private static Optional<Integer> portOf(String product) {
        return DatabaseType.of(product)
                .map(DatabaseType::port)
                .or(() -> Optional.ofNullable(OTHERS.get(product)));
    }

    private static Optional<PortSpec> published(ServiceSpec service, int target) {
        return service.ports().stream().filter(it -> it.target() == target).findFirst();
    }

    private static void warn(
            ServiceSpec service,
            String product,
            PortSpec port,
            Setting setting,
            Diagnostics diagnostics) {
        diagnostics.warning(
                "service.published-database",
                setting.placeOf(service, "ports"),
                "Service '%s' opens port %d of %s to everybody who reaches a node."
                        .formatted(service.name(), port.target(), product),
                "Leave it out: services of the stack reach '%s:%d' without it."
                        .formatted(service.name(), port.target()));
    }
}
