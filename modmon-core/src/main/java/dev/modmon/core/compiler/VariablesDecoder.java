package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.composition.ComposedText;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Decodes `environment`.
final class VariablesDecoder {
    private final String owner;
    private final Diagnostics diagnostics;

    VariablesDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    SortedMap<String, EnvValue> decode(Optional<YamlNode> environment) {
        SortedMap<String, EnvValue> variables = new TreeMap<>();
        if (environment.isEmpty()) {
            return variables;
        }
        String what = "'environment' of " + owner;
        YamlMapping mapping = YamlFields.mappingOf(environment.get(), what, diagnostics);
        YamlFields fields = YamlFields.of(mapping, what, diagnostics);
        for (Entry entry : mapping.entries()) {
            checkName(entry);
            if (entry.value().isNull()) {
                reportNoValue(entry);
            }
            if (fields.text(entry.key()).isPresent()) {
                variables.put(entry.key(), value((YamlScalar) entry.value()));
            }
        }
        return variables;
    }

    static EnvValue value(YamlScalar composed) {
        return new EnvValue(composed.text(), ComposedText.isSecret(composed));
    }

    private void checkName(Entry entry) {
        if (entry.key().isEmpty() || entry.key().matches("(?s).*[=\\s\\p{Cntrl}].*")) {
            diagnostics.error(
                    "service.bad-variable",
                    entry.place(),
                    "'%s' is no name for a variable of %s.".formatted(entry.key(), owner),
                    "");
        }
    }

    /// Compose would take it from the shell that starts it, and there is none.
    private void reportNoValue(Entry entry) {
        diagnostics.error(
                "service.variable-without-value",
                entry.place(),
                "Variable %s of %s has no value.".formatted(entry.key(), owner),
                "Write '' for an empty one, or {{SECRETS['%s']}} for a secret."
                        .formatted(entry.key().toLowerCase(Locale.ROOT)));
    }
}
