package dev.modmon.core.validation;

import dev.modmon.core.access.Grant;
import dev.modmon.core.access.Role;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.source.Located;

/// A permission that is limited to an environment names one that is there.
final class GrantEnvironmentsRule implements Rule {
    @Override
    public void check(MasterRepo repo, Diagnostics diagnostics) {
        for (Role role : repo.access().roles().values()) {
            for (Grant grant : role.grants()) {
                if (grant.environment() != null) {
                    check(role, grant.environment(), repo.project(), diagnostics);
                }
            }
        }
    }

    private static void check(
            Role role, Located<EnvironmentName> where, Project project, Diagnostics diagnostics) {
        if (project.environment(where.value()).isEmpty()) {
            diagnostics.error(
                    "access.unknown-environment",
                    where.place(),
                    "Role '%s' may do something in environment '%s', which is not there."
                            .formatted(role.name(), where.value()),
                    DidYouMean.hint(
                            where.value().value(),
                            project.environments().keySet().stream()
                                    .map(EnvironmentName::value)
                                    .toList(),
                            "environments"));
        }
    }
}
