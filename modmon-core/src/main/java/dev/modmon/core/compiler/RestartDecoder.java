package dev.modmon.core.compiler;

import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes `restart` and `deploy.restart_policy`; the latter wins, as in Compose.
final class RestartDecoder {
    private static final Pattern ON_FAILURE = Pattern.compile("on-failure(?::(\\d{1,6}))?");

    private final String owner;
    private final Diagnostics diagnostics;

    RestartDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    RestartPolicy decode(YamlFields service, Optional<YamlMapping> policy) {
        Optional<RestartPolicy> inShort = service.text("restart").flatMap(this::shortForm);
        if (policy.isPresent() && inShort.isPresent()) {
            diagnostics.warning(
                    "compose.said-twice",
                    service.placeOf("restart"),
                    "'restart' of %s has no effect beside 'deploy.restart_policy'."
                            .formatted(owner),
                    "Remove one of the two.");
        }
        return policy.map(this::longForm).or(() -> inShort).orElse(RestartPolicy.DEFAULT);
    }

    private Optional<RestartPolicy> shortForm(Located<String> text) {
        RestartPolicy usual = RestartPolicy.DEFAULT;
        Matcher onFailure = ON_FAILURE.matcher(text.value());
        if (onFailure.matches()) {
            String attempts = onFailure.group(1);
            return Optional.of(
                    new RestartPolicy(
                            RestartPolicy.Condition.ON_FAILURE,
                            usual.delay(),
                            attempts == null ? 0 : Integer.parseInt(attempts),
                            usual.window()));
        }
        return switch (text.value()) {
            case "no" ->
                    Optional.of(
                            new RestartPolicy(
                                    RestartPolicy.Condition.NONE,
                                    usual.delay(),
                                    0,
                                    usual.window()));
            case "always", "unless-stopped" -> Optional.of(usual);
            default -> {
                diagnostics.error(
                        "config.bad-value",
                        text.place(),
                        "'restart' of %s must be no, always, unless-stopped, on-failure or on-failure:TIMES, but this is '%s'."
                                .formatted(owner, text.value()),
                        "");
                yield Optional.empty();
            }
        };
    }

    private RestartPolicy longForm(YamlMapping mapping) {
        String what = "'deploy.restart_policy' of " + owner;
        YamlFields fields = YamlFields.of(mapping, what, diagnostics);
        UnitFields units = new UnitFields(fields, what, diagnostics);
        RestartPolicy usual = RestartPolicy.DEFAULT;
        RestartPolicy policy =
                new RestartPolicy(
                        fields.text("condition").flatMap(this::condition).orElse(usual.condition()),
                        units.duration("delay").orElse(usual.delay()),
                        fields.integer("max_attempts", 0, 1_000_000).orElse(usual.maxAttempts()),
                        units.duration("window").orElse(usual.window()));
        return policy;
    }

    private Optional<RestartPolicy.Condition> condition(Located<String> text) {
        if (text.value().equals("always") || text.value().equals("unless-stopped")) {
            return Optional.of(RestartPolicy.Condition.ANY);
        }
        return Words.constant(
                text,
                "Restart condition",
                diagnostics,
                RestartPolicy.Condition.values(),
                Words::dashed);
    }
}
