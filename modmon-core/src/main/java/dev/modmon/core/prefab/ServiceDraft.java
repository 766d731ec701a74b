package dev.modmon.core.prefab;

import dev.modmon.core.edit.YamlFragment;
import java.util.List;

/// A service to be written into a project.
///
/// @param service in Compose's keys
/// @param volumes names to be declared
/// @param variables lines for the env files, which tell apps of the service
public record ServiceDraft(YamlFragment service, List<String> volumes, List<String> variables) {
    public ServiceDraft {
        volumes = List.copyOf(volumes);
        variables = List.copyOf(variables);
    }

    /// With another entry of the service.
    public ServiceDraft with(String key, YamlFragment value) {
        return new ServiceDraft(service.with(key, value), volumes, variables);
    }
}
