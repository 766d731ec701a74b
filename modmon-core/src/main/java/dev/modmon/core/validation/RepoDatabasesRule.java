package dev.modmon.core.validation;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.Database;
import dev.modmon.core.project.DatabaseName;
import dev.modmon.core.project.DatabaseUserName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.Repo;
import dev.modmon.core.source.Located;
import java.util.List;
import java.util.SequencedMap;

/// The databases that a repo uses are there, and so are its accounts on them.
final class RepoDatabasesRule implements Rule {
    @Override
    public void check(MasterRepo repo, Diagnostics diagnostics) {
        for (Repo app : repo.project().repos().values()) {
            app.databases().forEach(it -> check(app, it, repo.project(), diagnostics));
            app.databaseUsers().forEach(it -> checkUser(app, it, repo.project(), diagnostics));
        }
    }

    private static void check(
            Repo app, Located<DatabaseName> used, Project project, Diagnostics diagnostics) {
        SequencedMap<DatabaseName, Database> databases = project.databases();
        if (!databases.containsKey(used.value())) {
            diagnostics.error(
                    "repo.unknown-database",
                    used.place(),
                    "Repo '%s' uses database '%s', which is not there."
                            .formatted(app.name(), used.value()),
                    DidYouMean.hint(
                            used.value().value(),
                            databases.keySet().stream().map(DatabaseName::value).toList(),
                            "databases"));
        }
    }

    private static void checkUser(
            Repo app, Located<DatabaseUserName> used, Project project, Diagnostics diagnostics) {
        List<Database> databases =
                app.databases().stream()
                        .map(it -> project.databases().get(it.value()))
                        .filter(java.util.Objects::nonNull)
                        .toList();
        List<String> users =
                databases.stream()
                        .flatMap(it -> it.users().keySet().stream())
                        .map(DatabaseUserName::value)
                        .distinct()
                        .toList();
        boolean tellable = databases.size() == app.databases().size();
        if (tellable && !users.contains(used.value().value())) {
            diagnostics.error(
                    "repo.unknown-database-user",
                    used.place(),
                    "Repo '%s' uses account '%s', which none of its databases has."
                            .formatted(app.name(), used.value()),
                    DidYouMean.nearest(used.value().value(), users)
                            .map("Did you mean '%s'?"::formatted)
                            .orElse("Add it under 'databases.NAME.users'."));
        }
    }
}
