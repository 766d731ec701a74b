package dev.modmon.core.compiler;

import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlSequence;
import java.util.List;

/// Decodes `healthcheck`.
final class HealthcheckDecoder {
    private static final List<String> KINDS = List.of("NONE", "CMD", "CMD-SHELL");

    private final String owner;
    private final Diagnostics diagnostics;

    HealthcheckDecoder(String owner, Diagnostics diagnostics) {
        this.owner = "healthcheck of " + owner;
        this.diagnostics = diagnostics;
    }

    Healthcheck decode(YamlMapping mapping) {
        YamlFields fields = YamlFields.of(mapping, owner, diagnostics);
        UnitFields units = new UnitFields(fields, owner, diagnostics);
        boolean disabled = fields.bool("disable").orElse(false);
        List<String> test = test(fields);
        Healthcheck healthcheck =
                new Healthcheck(
                        test,
                        units.duration("interval").orElse(null),
                        units.duration("timeout").orElse(null),
                        units.duration("start_period").orElse(null),
                        units.duration("start_interval").orElse(null),
                        fields.integer("retries", 1, 1000).orElse(null));
        return disabled || healthcheck.isDisabled() ? Healthcheck.disabled() : healthcheck;
    }

    private List<String> test(YamlFields fields) {
        List<String> texts = fields.texts("test").stream().map(Located::value).toList();
        if (texts.isEmpty()) {
            return List.of();
        }
        if (!(fields.node("test").orElseThrow() instanceof YamlSequence)) {
            return List.of("CMD-SHELL", texts.getFirst());
        }
        String kind = texts.getFirst();
        boolean wellFormed =
                switch (kind) {
                    case "NONE" -> texts.size() == 1;
                    case "CMD" -> texts.size() > 1;
                    case "CMD-SHELL" -> texts.size() == 2;
                    default -> false;
                };
        if (!wellFormed) {
            malformed(fields.placeOf("test"));
        }
        return texts;
    }

    private void malformed(Place place) {
        diagnostics.error(
                "compose.bad-healthcheck",
                place,
                "'test' of %s must start with one of %s and go on with a command."
                        .formatted(owner, String.join(", ", KINDS)),
                "For example [CMD, wget, -q, localhost], or one text for a shell.");
    }
}
