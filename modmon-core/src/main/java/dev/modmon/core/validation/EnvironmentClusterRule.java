package dev.modmon.core.validation;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ClusterSource;
import dev.modmon.core.project.Environment;

/// The cluster that an environment names has a file. One that names none may be meant for later.
final class EnvironmentClusterRule implements Rule {
    @Override
    public void check(MasterRepo repo, Diagnostics diagnostics) {
        for (Environment environment : repo.project().environments().values()) {
            if (environment.cluster() != null
                    && repo.clusters().source() instanceof ClusterSource.InProject) {
                repo.clusters().of(environment, diagnostics);
            }
        }
    }
}
