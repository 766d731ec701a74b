package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.diagnostic.ShownText;
import dev.modmon.core.project.DeployTrigger.Kind;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Reads `environments`.
/// @param deploy what holds for an environment that does not say otherwise
record EnvironmentReader(DeploySettings deploy, Diagnostics diagnostics) {
    private static final Map<String, Kind> TRIGGERS =
            Map.of("created", Kind.CREATED, "hook", Kind.HOOK);
    private static final Map<Kind, Pattern> SUBJECTS =
            Map.of(
                    Kind.CREATED, Pattern.compile("git:(tag|branch|commit)"),
                    Kind.HOOK, Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}"));

    SequencedMap<EnvironmentName, Environment> read(Collection<Entry> entries) {
        return new NamedEntries(diagnostics).read(entries, EnvironmentName::new, this::environment);
    }

    private Optional<Environment> environment(EnvironmentName name, Entry entry) {
        String owner = "environment '%s'".formatted(name);
        YamlMapping mapping = YamlFields.mappingOf(entry.value(), owner, diagnostics);
        YamlFields fields = YamlFields.of(mapping, owner, diagnostics);
        Environment environment =
                new Environment(
                        name,
                        entry.place(),
                        fields.parsed("url", WebUrl::new).orElse(null),
                        fields.text("cluster").orElse(null),
                        new DeploySettingsReader(diagnostics)
                                .read(fields, "'deploy' of " + owner, deploy),
                        triggers(fields.items("deploy-on"), owner),
                        new NamedEntries(diagnostics).services(fields.entries("services")),
                        ComposeSections.overrides(fields, mapping),
                        fields.texts("profiles").stream().map(Located::value).toList());
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
        return subject(kind, subject).map(text -> new DeployTrigger(kind, text, entry.place()));
    }

    private Optional<String> subject(Kind kind, YamlScalar subject) {
        Pattern grammar = SUBJECTS.get(kind);
        if (grammar != null && grammar.matcher(subject.text()).matches()) {
            return Optional.of(subject.text());
        }
        diagnostics.error(
                "environment.bad-trigger",
                subject.place(),
                "'%s' is nothing that a deployment can wait for."
                        .formatted(ShownText.brief(subject.text())),
                switch (kind) {
                    case CREATED -> "Write what comes to be, as in 'created: git:tag'.";
                    case HOOK ->
                            "Write the hook's name, of letters, digits, '-', '_' and '.', as in 'hook: tests_passed'.";
                });
        return Optional.empty();
    }
}
