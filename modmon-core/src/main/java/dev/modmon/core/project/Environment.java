package dev.modmon.core.project;

import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A distinct instance of the application.
///
/// @param url where it is reached; what `{{URL}}` stands for
/// @param cluster where it runs; null: on the only cluster there is
/// @param deploy how it is deployed; the project's settings, but for what it sets itself
/// @param services Compose keys by service, merged over the service's own
/// @param others `networks`, `volumes`, `configs`, `secrets` and `x-` keys, merged over the project's own
/// @param profiles of services that run here besides those without a profile
public record Environment(
        EnvironmentName name,
        Place place,
        @Nullable Located<WebUrl> url,
        @Nullable Located<String> cluster,
        DeploySettings deploy,
        List<DeployTrigger> deployOn,
        SequencedMap<ServiceName, ServiceDefinition> services,
        YamlMapping others,
        List<String> profiles) {
    public Environment {
        deployOn = List.copyOf(deployOn);
        profiles = List.copyOf(profiles);
        services = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(services));
    }

    /// The template of its variables.
    public String envFile() {
        return ".env/" + name + ".env";
    }
}
