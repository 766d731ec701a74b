package dev.modmon.core.project;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.Database.Access;
import dev.modmon.core.project.Database.User;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping.Entry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads `databases`.
record DatabaseReader(Diagnostics diagnostics) {
    private static final Map<String, Access> ACCESS =
            Map.of("full", Access.FULL, "read", Access.READ);

    SequencedMap<DatabaseName, Database> read(Collection<Entry> entries) {
        return new NamedEntries(diagnostics).read(entries, DatabaseName::new, this::database);
    }

    private Optional<Database> database(DatabaseName name, Entry entry) {
        YamlFields fields =
                YamlFields.of(entry.value(), "database '%s'".formatted(name), diagnostics);
        Optional<DatabaseType> type = fields.requiredText("type").flatMap(this::type);
        Optional<Located<ServiceName>> service = fields.parsed("service", ServiceName::new);
        SequencedMap<DatabaseUserName, User> users =
                new NamedEntries(diagnostics)
                        .read(fields.entries("users"), DatabaseUserName::new, this::user);
        fields.rejectUnknown();
        return type.map(it -> new Database(name, entry.place(), it, service.orElse(null), users));
    }

    private Optional<DatabaseType> type(Located<String> type) {
        Optional<DatabaseType> known = DatabaseType.of(type.value());
        if (known.isEmpty()) {
            Collection<String> types =
                    Arrays.stream(DatabaseType.values()).map(DatabaseType::toString).toList();
            diagnostics.error(
                    "database.unknown-type",
                    type.place(),
                    "Database type '%s' is not known.".formatted(type.value()),
                    DidYouMean.hint(type.value(), types, "types"));
        }
        return known;
    }

    private Optional<User> user(DatabaseUserName name, Entry entry) {
        YamlFields fields =
                YamlFields.of(entry.value(), "database user '%s'".formatted(name), diagnostics);
        Access access = fields.text("access").flatMap(this::access).orElse(Access.FULL);
        fields.rejectUnknown();
        return Optional.of(new User(name, entry.place(), access));
    }

    private Optional<Access> access(Located<String> access) {
        Optional<Access> known = Optional.ofNullable(ACCESS.get(access.value()));
        if (known.isEmpty()) {
            diagnostics.error(
                    "database.unknown-access",
                    access.place(),
                    "Access '%s' is not known.".formatted(access.value()),
                    "Write 'full' or 'read'.");
        }
        return known;
    }
}
