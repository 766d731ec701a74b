package dev.modmon.core.validation;

import dev.modmon.core.depot.Depot;
import dev.modmon.core.depot.DepotItem;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.source.Located;
import java.util.List;

/// What the depot names is there, and no item takes the folder of an app repo.
final class DepotRule implements Rule {
    @Override
    public void check(MasterRepo repo, Diagnostics diagnostics) {
        for (DepotItem item : repo.depot().items().values()) {
            item.environments().forEach(it -> check(item, it, repo.project(), diagnostics));
            if (repo.project().repos().containsKey(item.name())) {
                diagnostics.error(
                        "depot.name-clash",
                        item.place(),
                        "Both an item of %s and a repo of %s are called '%s', and would be cloned to one folder."
                                .formatted(Depot.FILE, Project.FILE, item.name()),
                        "Repos are cloned anyway: remove the item, or rename it.");
            }
        }
    }

    private static void check(
            DepotItem item,
            Located<EnvironmentName> environment,
            Project project,
            Diagnostics diagnostics) {
        if (project.environment(environment.value()).isEmpty()) {
            List<String> names =
                    project.environments().keySet().stream().map(EnvironmentName::value).toList();
            diagnostics.error(
                    "depot.unknown-environment",
                    environment.place(),
                    "Depot item '%s' is for environment '%s', which is not there."
                            .formatted(item.name(), environment.value()),
                    DidYouMean.hint(environment.value().value(), names, "environments"));
        }
    }
}
