package dev.modmon.core.importer;

import dev.modmon.core.project.EnvironmentName;
import java.nio.file.Path;
import java.util.List;

/// What is to be imported.
///
/// @param files absolute; each is merged over those before it, as `docker compose -f a -f b` does
/// @param into the master repo to be, absolute
/// @param deployType `swarm` or `compose`
public record ImportRequest(
        List<Path> files, Path into, EnvironmentName environment, String deployType) {
    public ImportRequest {
        files = List.copyOf(files);
    }

    /// The folder that Compose resolves paths against.
    Path folder() {
        return files.getFirst().resolveSibling("").normalize();
    }

    /// Where the master repo has the environment's variables.
    String envFile() {
        return ".env/%s.env".formatted(environment);
    }
}
