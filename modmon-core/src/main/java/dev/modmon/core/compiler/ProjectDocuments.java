package dev.modmon.core.compiler;

import dev.modmon.core.project.Environment;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The Compose documents that a project and an environment of it are.
final class ProjectDocuments {
    private ProjectDocuments() {}

    /// The project's own, and the environment's to be laid over it.
    static List<YamlMapping> of(Project project, Environment environment) {
        SequencedMap<String, Entry> base = new LinkedHashMap<>();
        put(base, "services", services(project.services().values(), project));
        put(base, "networks", project.swarm().networks());
        put(base, "volumes", project.swarm().volumes());
        put(base, "configs", project.swarm().configs());
        put(base, "secrets", project.swarm().secrets());
        base.putAll(project.swarm().others().byKey());
        SequencedMap<String, Entry> over = new LinkedHashMap<>();
        put(over, "services", services(environment.services().values(), project));
        over.putAll(environment.others().byKey());
        return List.of(
                new YamlMapping(project.place(), "", base),
                new YamlMapping(environment.place(), "", over));
    }

    /// The services as far as they tell where they listen: as written, the environment's keys in the place
    /// of the project's.
    static List<ServiceDefinition> listening(Project project, Environment environment) {
        SequencedMap<ServiceName, ServiceDefinition> services =
                new LinkedHashMap<>(project.services());
        environment
                .services()
                .forEach((name, over) -> services.merge(name, over, ProjectDocuments::over));
        return new ArrayList<>(services.values());
    }

    private static ServiceDefinition over(ServiceDefinition base, ServiceDefinition over) {
        SequencedMap<String, Entry> keys = new LinkedHashMap<>(base.compose().byKey());
        keys.putAll(over.compose().byKey());
        return new ServiceDefinition(
                base.name(), base.place(), new YamlMapping(base.compose().place(), "", keys));
    }

    private static void put(
            SequencedMap<String, Entry> document, String section, YamlMapping mapping) {
        if (!mapping.entries().isEmpty()) {
            document.put(section, new Entry(section, mapping.place(), mapping));
        }
    }

    private static YamlMapping services(Collection<ServiceDefinition> services, Project project) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (ServiceDefinition service : services) {
            String name = service.name().value();
            entries.put(name, new Entry(name, service.place(), service.compose()));
        }
        return new YamlMapping(project.place(), "", entries);
    }
}
