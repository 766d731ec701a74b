package dev.modmon.core.compiler;

import dev.modmon.core.project.Environment;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.project.ServiceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The project's services with an environment's own keys laid over them.
final class MergedServices {
    private MergedServices() {}

    /// In the order of the file; what only the environment has comes last.
    static List<ServiceDefinition> of(Project project, Environment environment) {
        SequencedMap<ServiceName, ServiceDefinition> merged =
                new LinkedHashMap<>(project.services());
        environment
                .services()
                .forEach((name, over) -> merged.merge(name, over, MergedServices::merge));
        return new ArrayList<>(merged.values());
    }

    private static ServiceDefinition merge(ServiceDefinition base, ServiceDefinition over) {
        return new ServiceDefinition(
                base.name(), base.place(), ComposeMerge.merge(base.compose(), over.compose()));
    }
}
