package dev.modmon.core.compiler;

import dev.modmon.core.compose.DependencyCondition;
import dev.modmon.core.composition.ListForms;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decodes `depends_on`, a list of names or a mapping with conditions.
final class DependenciesDecoder {
    private static final Map<DependencyCondition, String> SPELLINGS =
            Map.of(
                    DependencyCondition.STARTED, "service_started",
                    DependencyCondition.HEALTHY, "service_healthy",
                    DependencyCondition.COMPLETED, "service_completed_successfully");

    private final String owner;
    private final Diagnostics diagnostics;

    DependenciesDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// What a service depends on, and where it says so.
    ///
    /// @param required whether it must exist
    record Dependency(
            String service, Place place, DependencyCondition condition, boolean required) {}

    List<Dependency> decode(Optional<YamlNode> dependsOn) {
        if (dependsOn.isEmpty()) {
            return List.of();
        }
        YamlNode node = ListForms.asMapping(dependsOn.get(), "");
        String what = "'depends_on' of " + owner;
        List<Dependency> dependencies = new ArrayList<>();
        for (Entry entry : YamlFields.mappingOf(node, what, diagnostics).entries()) {
            dependencies.add(dependency(entry));
        }
        return dependencies;
    }

    private Dependency dependency(Entry entry) {
        String what = "dependency '%s' of %s".formatted(entry.key(), owner);
        YamlMapping mapping = YamlFields.mappingOf(entry.value(), what, diagnostics);
        YamlFields fields = YamlFields.of(mapping, what, diagnostics);
        DependencyCondition condition =
                fields.text("condition")
                        .flatMap(this::condition)
                        .orElse(DependencyCondition.STARTED);
        boolean required = fields.bool("required").orElse(true);
        return new Dependency(entry.key(), entry.place(), condition, required);
    }

    private Optional<DependencyCondition> condition(Located<String> text) {
        return Words.constant(
                text,
                "Condition",
                diagnostics,
                DependencyCondition.values(),
                c -> SPELLINGS.getOrDefault(c, ""));
    }
}
