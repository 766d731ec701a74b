package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// Reads `repos`.
record RepoReader(Diagnostics diagnostics) {
    private static final String DOCKER = "docker";

    /// `database` of a repo.
    private record Use(
            List<Located<DatabaseName>> databases, List<Located<DatabaseUserName>> users) {}

    SequencedMap<RepoName, Repo> read(Collection<Entry> entries) {
        return new NamedEntries(diagnostics).read(entries, RepoName::new, this::repo);
    }

    private Optional<Repo> repo(RepoName name, Entry entry) {
        String owner = "repo '%s'".formatted(name);
        YamlFields fields = YamlFields.of(entry.value(), owner, diagnostics);
        fields.text("type").ifPresent(this::checkType);
        Optional<Located<GitUrl>> url = fields.parsed("url", GitUrl::new);
        Optional<Located<ImageTemplate>> image = fields.parsed("image", ImageTemplate::new);
        Use use = use(fields, entry.place(), owner);
        SequencedMap<ServiceName, ServiceDefinition> services =
                new NamedEntries(diagnostics).services(fields.entries("services"));
        fields.rejectUnknown();
        return Optional.of(
                new Repo(
                        name,
                        entry.place(),
                        url.orElse(null),
                        image.orElse(null),
                        use.databases(),
                        use.users(),
                        services));
    }

    private Use use(YamlFields repo, Place place, String owner) {
        YamlMapping mapping = repo.mapping("database").orElseGet(() -> YamlMapping.empty(place));
        YamlFields fields = YamlFields.of(mapping, "'database' of " + owner, diagnostics);
        Use use =
                new Use(
                        names(fields, "databases", DatabaseName::new),
                        names(fields, "users", DatabaseUserName::new));
        fields.rejectUnknown();
        return use;
    }

    private <T> List<Located<T>> names(YamlFields fields, String key, Function<String, T> grammar) {
        return fields.texts(key).stream()
                .flatMap(text -> YamlFields.parse(text, grammar, diagnostics).stream())
                .toList();
    }

    private void checkType(Located<String> type) {
        if (!type.value().equals(DOCKER)) {
            diagnostics.error(
                    "repo.unknown-type",
                    type.place(),
                    "Repo type '%s' is not known.".formatted(type.value()),
                    "Write 'type: docker'; apps run in containers for now.");
        }
    }
}
