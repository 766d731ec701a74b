package dev.modmon.server.rollout;

import dev.modmon.core.compose.ServiceSpec;
import java.util.List;
import java.util.Map;

/// A service as it is handed to the engine, with what Modmon writes on it to know it again.
///
/// @param hash of everything in the spec that the engine is told
/// @param release number of the release that changes it
public record StampedService(ServiceSpec spec, String hash, long release) {
    /// Names of the environment variables whose values are never shown, sorted.
    public List<String> secretEnvironment() {
        return spec.container().environment().entrySet().stream()
                .filter(e -> e.getValue().secret())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The kind of an [EnvValue] decides what is shown; a stamped service shows no value at all.
    @Override
    public String toString() {
        return "%s %s of release %d".formatted(spec.name(), hash, release);
    }
}
