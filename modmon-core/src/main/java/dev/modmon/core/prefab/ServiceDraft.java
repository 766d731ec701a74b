package dev.modmon.core.prefab;

import dev.modmon.core.edit.YamlFragment;
import dev.modmon.core.edit.YamlText;
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

    /// With an image, as the first thing that is said of it.
    public ServiceDraft running(String image) {
        YamlFragment first = YamlFragment.of("image: " + YamlText.of(image) + "\n" + service);
        return new ServiceDraft(first, volumes, variables);
    }

    /// Without variables for apps.
    public ServiceDraft untold() {
        return new ServiceDraft(service, volumes, List.of());
    }
}
