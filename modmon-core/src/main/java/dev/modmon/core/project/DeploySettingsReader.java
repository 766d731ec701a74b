package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.ShownText;
import dev.modmon.core.project.DeploySettings.Type;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import java.util.Arrays;
import java.util.Optional;

/// Reads `deploy`, the project's and those of environments.
record DeploySettingsReader(Diagnostics diagnostics) {
    /// @param base what holds for a key that is not written
    DeploySettings read(YamlFields owner, String what, DeploySettings base) {
        Optional<YamlMapping> mapping = owner.mapping("deploy");
        if (mapping.isEmpty()) {
            return base;
        }
        YamlFields fields = YamlFields.of(mapping.get(), what, diagnostics);
        Type type = fields.text("type").flatMap(this::type).orElse(base.type());
        String provider = fields.text("provider").map(Located::value).orElse(base.provider());
        fields.rejectUnknown();
        return new DeploySettings(type, provider);
    }

    private Optional<Type> type(Located<String> text) {
        Optional<Type> known =
                Arrays.stream(Type.values())
                        .filter(it -> it.toString().equals(text.value()))
                        .findFirst();
        if (known.isEmpty()) {
            diagnostics.error(
                    "deploy.unknown-type",
                    text.place(),
                    "Deploy type '%s' is not known.".formatted(ShownText.brief(text.value())),
                    "Write 'swarm', also for a single machine, or 'compose'.");
        }
        return known;
    }
}
