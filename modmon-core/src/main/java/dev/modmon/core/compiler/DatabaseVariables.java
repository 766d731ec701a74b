package dev.modmon.core.compiler;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.Database;
import dev.modmon.core.project.DatabaseType;
import dev.modmon.core.project.DatabaseUserName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The variables by which the images of database servers create a first database and its account when
/// they start with an empty volume.
final class DatabaseVariables {
    private final Project project;
    private final SecretRegistry secrets;
    private final Diagnostics diagnostics;

    DatabaseVariables(Project project, SecretRegistry secrets, Diagnostics diagnostics) {
        this.project = project;
        this.secrets = secrets;
        this.diagnostics = diagnostics;
    }

    /// @param own what the service sets itself, which stands
    SortedMap<String, EnvValue> of(ServiceName service, SortedMap<String, EnvValue> own) {
        SortedMap<String, EnvValue> variables = new TreeMap<>();
        List<Database> hosted = on(service);
        if (hosted.isEmpty()) {
            return variables;
        }
        reportFurther(hosted, service);
        Database first = hosted.getFirst();
        Optional<DatabaseUserName> user = first.users().keySet().stream().findFirst();
        if (user.isEmpty()) {
            reportNoUser(first);
            return variables;
        }
        String password =
                secrets.placeholder(new SecretRef.DatabasePassword(first.name(), user.get()));
        wanted(first, user.get(), password)
                .forEach((name, value) -> {
                    if (own.containsKey(name + "_FILE")) {
                        reportOwn(first, service, name + "_FILE");
                    } else if (!own.containsKey(name)) {
                        variables.put(name, value);
                    } else if (!value.text().equals(own.get(name).text())) {
                        reportOwn(first, service, name);
                    }
                });
        dropRandomRoot(variables, own);
        return variables;
    }

    /// Where the database is written whose variables this service gets.
    Optional<Place> placeOn(ServiceName service) {
        return on(service).stream().findFirst().map(Database::place);
    }

    /// Whether data is kept on this service.
    boolean hasAny(ServiceName service) {
        return !on(service).isEmpty();
    }

    /// Without a volume of its own a server starts empty after each update.
    void checkVolume(DraftService draft) {
        boolean kept = draft.container().mounts().stream().anyMatch(UpdateDefaults::isKept);
        if (hasAny(draft.name()) && !kept) {
            diagnostics.warning(
                    "database.no-volume",
                    draft.place(),
                    "Service '%s' has a database but no volume: its data is lost with every update."
                            .formatted(draft.name()),
                    "Mount a volume, such as 'data:/var/lib/…', and declare it under 'swarm.volumes'.");
        }
    }

    private List<Database> on(ServiceName service) {
        return project.databases().values().stream()
                .filter(d -> project.serviceOf(d).equals(Optional.of(service)))
                .filter(d -> isCreatedByVariables(d.type()))
                .toList();
    }

    private static boolean isCreatedByVariables(DatabaseType type) {
        return switch (type) {
            case POSTGRES, MYSQL, MARIADB, MONGODB -> true;
            case REDIS, MEMCACHED -> false;
        };
    }

    private static Map<String, EnvValue> wanted(
            Database database, DatabaseUserName user, String password) {
        EnvValue name = EnvValue.plain(database.name().value());
        EnvValue account = EnvValue.plain(user.value());
        EnvValue secret = EnvValue.secret("${" + password + "}");
        Map<String, EnvValue> variables = new LinkedHashMap<>();
        switch (database.type()) {
            case POSTGRES -> {
                variables.put("POSTGRES_DB", name);
                variables.put("POSTGRES_USER", account);
                variables.put("POSTGRES_PASSWORD", secret);
            }
            case MYSQL, MARIADB -> {
                variables.put("MYSQL_DATABASE", name);
                variables.put("MYSQL_USER", account);
                variables.put("MYSQL_PASSWORD", secret);
                variables.put("MYSQL_RANDOM_ROOT_PASSWORD", EnvValue.plain("yes"));
            }
            case MONGODB -> {
                variables.put("MONGO_INITDB_DATABASE", name);
                variables.put("MONGO_INITDB_ROOT_USERNAME", account);
                variables.put("MONGO_INITDB_ROOT_PASSWORD", secret);
            }
            case REDIS, MEMCACHED -> {}
        }
        return variables;
    }

    /// The user may have said otherwise what the root account has.
    private static void dropRandomRoot(
            SortedMap<String, EnvValue> variables, SortedMap<String, EnvValue> own) {
        boolean said =
                own.keySet().stream()
                        .anyMatch(
                                n -> n.matches("(MYSQL|MARIADB)_(ROOT|ALLOW_EMPTY|RANDOM_ROOT).*"));
        if (said) {
            variables.remove("MYSQL_RANDOM_ROOT_PASSWORD");
        }
    }

    private void reportFurther(List<Database> hosted, ServiceName service) {
        for (Database further : hosted.subList(1, hosted.size())) {
            diagnostics.warning(
                    "database.not-created",
                    further.place(),
                    "Database '%s' is not created yet: service '%s' creates '%s' only."
                            .formatted(further.name(), service, hosted.getFirst().name()),
                    "Create it by hand, or give it a service of its own.");
        }
        hosted.getFirst().users().values().stream()
                .skip(1)
                .forEach(user ->
                        diagnostics.warning(
                                "database.not-created",
                                user.place(),
                                "Account '%s' of database '%s' is not created yet: only the first one is."
                                        .formatted(user.name(), hosted.getFirst().name()),
                                "Create it by hand."));
    }

    private void reportOwn(Database database, ServiceName service, String variable) {
        diagnostics.warning(
                "database.own-variable",
                database.place(),
                "Service '%s' sets %s itself, which DB['%s'] in expressions does not know."
                        .formatted(service, variable, database.name()),
                "Remove the variable, or do not use DB['%s'].".formatted(database.name()));
    }

    private void reportNoUser(Database database) {
        diagnostics.warning(
                "database.no-user",
                database.place(),
                "Database '%s' has no users, so it is not created.".formatted(database.name()),
                "Add one: 'users: {NAME: {access: full}}'.");
    }
}
