package dev.modmon.core.project;

import dev.modmon.core.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the service that a database lives on.
final class DatabaseServer {
    private static final Pattern TAG_OR_DIGEST = Pattern.compile("[:@].*");

    private DatabaseServer() {}

    static Optional<ServiceName> find(Project project, Database database) {
        if (database.service() != null) {
            return Optional.of(database.service().value()).filter(project.services()::containsKey);
        }
        List<ServiceName> candidates = candidates(project, database.type());
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    static List<ServiceName> candidates(Project project, DatabaseType type) {
        return project.swarm().services().values().stream()
                .filter(service -> serves(service, type))
                .map(ServiceDefinition::name)
                .toList();
    }

    private static boolean serves(ServiceDefinition service, DatabaseType type) {
        return type.spellings().contains(service.name().value())
                || service.compose()
                        .get("image")
                        .filter(YamlScalar.class::isInstance)
                        .map(image -> lastComponent(((YamlScalar) image).text()))
                        .filter(type.spellings()::contains)
                        .isPresent();
    }

    /// `postgres` of `127.0.0.1:5000/library/postgres:17@sha256:…`.
    private static String lastComponent(String image) {
        String path = image.substring(image.lastIndexOf('/') + 1);
        return TAG_OR_DIGEST.matcher(path).replaceFirst("");
    }
}
