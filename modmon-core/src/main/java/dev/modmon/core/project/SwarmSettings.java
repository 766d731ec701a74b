package dev.modmon.core.project;

import dev.modmon.core.yaml.YamlMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What the project runs beside its app repos.
///
/// @param networks as Compose has them
/// @param volumes as Compose has them
/// @param configs as Compose has them
/// @param secrets as Compose has them
/// @param others `include`, `models` and `x-` keys, as Compose has them
public record SwarmSettings(
        SequencedMap<ServiceName, ServiceDefinition> services,
        YamlMapping networks,
        YamlMapping volumes,
        YamlMapping configs,
        YamlMapping secrets,
        YamlMapping others) {
    public SwarmSettings {
        services = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(services));
    }
}
