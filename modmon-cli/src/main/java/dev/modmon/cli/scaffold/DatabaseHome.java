package dev.modmon.cli.scaffold;

import dev.modmon.core.project.DatabaseName;
import dev.modmon.core.project.DatabaseType;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ServiceName;
import java.util.List;
import java.util.Optional;

/// The service that a database is to live on.
final class DatabaseHome {
    private DatabaseHome() {}

    /// A server of the type that has no database yet; of a type that needs no accounts, any.
    static Optional<ServiceName> free(Project project, DatabaseType type) {
        List<ServiceName> taken =
                project.databases().values().stream()
                        .filter(_ -> hasAccounts(type))
                        .flatMap(it -> project.serviceOf(it).stream())
                        .toList();
        return project.serversOf(type).stream().filter(it -> !taken.contains(it)).findFirst();
    }

    /// A name that no service has: the type's, or else one after the database.
    static ServiceName fresh(Project project, DatabaseType type, DatabaseName database) {
        ServiceName usual = new ServiceName(type.toString());
        return project.services().containsKey(usual)
                ? new ServiceName(
                        database.value().replaceAll("[^a-zA-Z0-9]+", "-").replaceAll("^-|-$", ""))
                : usual;
    }

    /// A cache holds what any number of apps put there, without accounts.
    static boolean hasAccounts(DatabaseType type) {
        return type != DatabaseType.REDIS && type != DatabaseType.MEMCACHED;
    }
}
