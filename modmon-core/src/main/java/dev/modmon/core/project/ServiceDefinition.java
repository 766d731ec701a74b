package dev.modmon.core.project;

import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;

/// A service as the master repo has it: its Compose keys, not yet decoded.
///
/// @param place of its name
/// @param compose empty when nothing is written under the name
public record ServiceDefinition(ServiceName name, Place place, YamlMapping compose) {}
