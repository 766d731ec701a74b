package dev.modmon.cli.cluster;

import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;

/// What a deployment is about.
public record Target(ProjectName project, EnvironmentName environment) {
    /// `shop/staging`
    @Override
    public String toString() {
        return project + "/" + environment;
    }
}
