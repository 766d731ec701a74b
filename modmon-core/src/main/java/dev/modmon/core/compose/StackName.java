package dev.modmon.core.compose;

import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;

/// The name of a stack on the engine, `PROJECT-ENVIRONMENT`: a cluster may run several projects and
/// several environments of each. It is what `docker stack deploy -c FILE NAME` takes.
public record StackName(ProjectName project, EnvironmentName environment) {
    public String value() {
        return project + "-" + environment;
    }

    /// The engine's name of something that belongs to this stack, as `docker stack deploy` forms it.
    public String scoped(String name) {
        return value() + "_" + name;
    }

    public String scoped(ServiceName service) {
        return scoped(service.value());
    }

    @Override
    public String toString() {
        return value();
    }
}
