package dev.modmon.core.compiler;

import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.DatabaseType;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds where services listen inside their network: what they expose, else what they publish, else
/// what is usual for their image.
final class ListeningPorts {
    private static final Map<String, Integer> USUAL =
            Map.of(
                    "elasticsearch", 9200,
                    "opensearch", 9200,
                    "meilisearch", 7700,
                    "rabbitmq", 5672,
                    "mailpit", 1025,
                    "nginx", 80,
                    "valkey", 6379,
                    "minio", 9000);

    private static final Pattern TAG_OR_DIGEST = Pattern.compile("[:@].*");

    private ListeningPorts() {}

    static Map<ServiceName, Integer> of(List<ServiceDefinition> services) {
        Map<ServiceName, Integer> ports = new HashMap<>();
        for (ServiceDefinition service : services) {
            first(service, "expose")
                    .or(() -> first(service, "ports"))
                    .or(() -> usual(service))
                    .ifPresent(port -> ports.put(service.name(), port));
        }
        return ports;
    }

    private static Optional<Integer> first(ServiceDefinition service, String key) {
        Diagnostics unheard = new Diagnostics();
        return service.compose()
                .get(key)
                .filter(YamlSequence.class::isInstance)
                .map(node -> ((YamlSequence) node).items())
                .filter(items -> !items.isEmpty())
                .map(List::getFirst)
                .flatMap(item -> port(item, unheard));
    }

    private static Optional<Integer> port(YamlNode item, Diagnostics unheard) {
        return new PortDecoder("", unheard)
                .decode(List.of(item)).stream().map(PortSpec::target).findFirst();
    }

    private static Optional<Integer> usual(ServiceDefinition service) {
        return service.compose()
                .get("image")
                .filter(YamlScalar.class::isInstance)
                .map(image -> shortName(((YamlScalar) image).text()))
                .flatMap(name ->
                        DatabaseType.of(name)
                                .map(DatabaseType::port)
                                .or(() -> Optional.ofNullable(USUAL.get(name))));
    }

    /// `postgres` of `127.0.0.1:5000/library/postgres:17@sha256:…`.
    private static String shortName(String image) {
        String path = image.substring(image.lastIndexOf('/') + 1);
        return TAG_OR_DIGEST.matcher(path).replaceFirst("");
    }
}
