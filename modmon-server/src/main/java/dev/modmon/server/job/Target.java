package dev.modmon.server.job;

import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;

/// The environment that something is about.
public record Target(ProjectName project, EnvironmentName environment) {
    public StackName stack() {
        return new StackName(project, environment);
    }

    @Override
    public String toString() {
        return project + "/" + environment;
    }
}
