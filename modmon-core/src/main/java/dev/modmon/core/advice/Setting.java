package dev.modmon.core.advice;

import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.dotenv.DotenvEntry;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An environment that compiles, with what is needed to point at the cause of a warning.
///
/// @param stack what the environment is compiled to
/// @param singleNode whether its cluster is known to be one machine
public record Setting(Project project, Environment environment, Stack stack, boolean singleNode) {
    /// Where this key of a service is written: by the environment, or else by the service itself; its name, if nowhere.
    Place placeOf(ServiceSpec service, String key) {
        return definitions(service.name()).stream()
                .flatMap(it -> it.compose().entry(key).stream())
                .map(YamlMapping.Entry::place)
                .findFirst()
                .orElseGet(() -> placeOf(service));
    }

    /// Where a service's name is written.
    Place placeOf(ServiceSpec service) {
        List<ServiceDefinition> definitions = definitions(service.name());
        return definitions.isEmpty() ? project.place() : definitions.getLast().place();
    }

    /// Where a variable of a service is set.
    Place placeOfVariable(ServiceSpec service, String name) {
        return definitions(service.name()).stream()
                .flatMap(it -> it.compose().get("environment").stream())
                .flatMap(it -> variable(it, name).stream())
                .findFirst()
                .or(() -> templatePlace(name))
                .orElseGet(() -> placeOf(service));
    }

    private static Optional<Place> variable(YamlNode environment, String name) {
        if (environment instanceof YamlMapping mapping) {
            return mapping.entry(name).map(YamlMapping.Entry::place);
        }
        if (environment instanceof YamlSequence list) {
            return list.items().stream()
                    .filter(it ->
                            it instanceof YamlScalar text && text.text().startsWith(name + "="))
                    .map(YamlNode::place)
                    .findFirst();
        }
        return Optional.empty();
    }

    private Optional<Place> templatePlace(String name) {
        return project.envTemplate(environment.name())
                .flatMap(it -> Optional.ofNullable(it.byName().get(name)))
                .map(DotenvEntry::place);
    }

    /// Whether the files ask for it; by itself Modmon does so wherever it is safe.
    boolean saysStartFirst(ServiceSpec service) {
        return definitions(service.name()).stream()
                .map(it -> within(it.compose(), List.of("deploy", "update_config", "order")))
                .flatMap(Optional::stream)
                .anyMatch(
                        it -> it instanceof YamlScalar order && order.text().equals("start-first"));
    }

    private static Optional<YamlNode> within(YamlNode node, List<String> keys) {
        Optional<YamlNode> at = Optional.of(node);
        for (String key : keys) {
            at =
                    at.filter(YamlMapping.class::isInstance)
                            .flatMap(it -> ((YamlMapping) it).get(key));
        }
        return at;
    }

    /// What counts first comes first.
    private List<ServiceDefinition> definitions(ServiceName service) {
        List<ServiceDefinition> definitions = new ArrayList<>();
        Optional.ofNullable(environment.services().get(service)).ifPresent(definitions::add);
        project.repoOf(service)
                .map(repo -> repo.services().get(service))
                .or(() -> Optional.ofNullable(project.swarm().services().get(service)))
                .ifPresent(definitions::add);
        return definitions;
    }
}
