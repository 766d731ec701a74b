package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.DeploySettings.Type;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;

/// Reads `deploy`.
record DeploySettingsReader(Diagnostics diagnostics) {
    private static final String SWARM = "swarm";

    DeploySettings read(YamlFields project) {
        YamlMapping mapping =
                project.mapping("deploy").orElseGet(() -> YamlMapping.empty(project.place()));
        YamlFields fields = YamlFields.of(mapping, "'deploy'", diagnostics);
        fields.text("type").ifPresent(this::checkType);
        String provider = fields.text("provider").map(Located::value).orElse(null);
        fields.rejectUnknown();
        return new DeploySettings(Type.SWARM, provider);
    }

    private void checkType(Located<String> type) {
        if (!type.value().equals(SWARM)) {
            diagnostics.error(
                    "deploy.unknown-type",
                    type.place(),
                    "Deploy type '%s' is not known.".formatted(type.value()),
                    "Write 'type: swarm'; a single machine is a swarm of one.");
        }
    }
}
