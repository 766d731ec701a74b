package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.DeployTrigger.Kind;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads `environments`.
record EnvironmentReader(Diagnostics diagnostics) {
    private static final Map<String, Kind> TRIGGERS =
            Map.of("created", Kind.CREATED, "hook", Kind.HOOK);

    SequencedMap<EnvironmentName, Environment> read(Collection<Entry> entries) {
        return new NamedEntries(diagnostics).read(entries, EnvironmentName::new, this::environment);
    }

    private Optional<Environment> environment(EnvironmentName name, Entry entry) {
        String owner = "environment '%s'".formatted(name);
        YamlFields fields = YamlFields.of(entry.value(), owner, diagnostics);
        Environment environment =
                new Environment(
                        name,
                        entry.place(),
                        fields.parsed("url", WebUrl::new).orElse(null),
                        fields.text("cluster").orElse(null),
                        triggers(fields.items("deploy-on"), owner),
                        new NamedEntries(diagnostics).services(fields.entries("services")));
        fields.rejectUnknown();
        return Optional.of(environment);
    }

    private List<DeployTrigger> triggers(List<YamlNode> items, String owner) {
        List<DeployTrigger> triggers = new ArrayList<>();
        for (YamlNode item : items) {
            String what = "each item of 'deploy-on' in %s".formatted(owner);
            for (Entry entry : YamlFields.mappingOf(item, what, diagnostics).entries()) {
                trigger(entry).ifPresent(triggers::add);
            }
        }
        return triggers;
    }

    private Optional<DeployTrigger> trigger(Entry entry) {
        Kind kind = TRIGGERS.get(entry.key());
        if (kind == null) {
            diagnostics.error(
                    "environment.unknown-trigger",
                    entry.place(),
                    "Unknown event '%s' in 'deploy-on'.".formatted(entry.key()),
                    DidYouMean.hint(entry.key(), TRIGGERS.keySet(), "events"));
            return Optional.empty();
        }
        if (!(entry.value() instanceof YamlScalar subject) || subject.isNull()) {
            diagnostics.error(
                    "config.wrong-type",
                    entry.value().place(),
                    "Event '%s' must be text, but this is %s."
                            .formatted(entry.key(), entry.value().kind()),
                    "");
            return Optional.empty();
        }
        return Optional.of(new DeployTrigger(kind, subject.text(), entry.place()));
    }
}
