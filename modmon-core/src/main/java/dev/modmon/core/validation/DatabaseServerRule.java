package dev.modmon.core.validation;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.Database;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Located;
import java.util.List;

/// Each database lives on a service that can be told.
final class DatabaseServerRule implements Rule {
    @Override
    public void check(MasterRepo repo, Diagnostics diagnostics) {
        for (Database database : repo.project().databases().values()) {
            if (repo.project().serviceOf(database).isEmpty()) {
                report(database, repo.project(), diagnostics);
            }
        }
    }

    private static void report(Database database, Project project, Diagnostics diagnostics) {
        Located<ServiceName> named = database.service();
        if (named != null) {
            List<String> names =
                    project.services().keySet().stream().map(ServiceName::value).toList();
            diagnostics.error(
                    "database.unknown-service",
                    named.place(),
                    "Database '%s' lives on service '%s', which is not there."
                            .formatted(database.name(), named.value()),
                    DidYouMean.hint(named.value().value(), names, "services"));
            return;
        }
        List<String> candidates =
                project.serverCandidates(database).stream().map(ServiceName::value).toList();
        if (candidates.isEmpty()) {
            diagnostics.error(
                    "database.no-service",
                    database.place(),
                    "No service of 'swarm' is a %s server for database '%s'."
                            .formatted(database.type(), database.name()),
                    "Add one, such as 'swarm: {services: {%s: {image: …}}}', or name it with 'service:'."
                            .formatted(database.type()));
        } else {
            diagnostics.error(
                    "database.ambiguous-service",
                    database.place(),
                    "Database '%s' could live on any of %s."
                            .formatted(database.name(), String.join(", ", candidates)),
                    "Name one with 'service:'.");
        }
    }
}
