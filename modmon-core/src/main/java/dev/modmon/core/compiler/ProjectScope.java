package dev.modmon.core.compiler;

import dev.modmon.core.expression.Scope;
import dev.modmon.core.expression.Value;
import dev.modmon.core.project.Database;
import dev.modmon.core.project.DatabaseUserName;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.Repo;
import dev.modmon.core.project.Script;
import dev.modmon.core.project.ServiceDefinition;
import dev.modmon.core.project.ServiceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What the names in expressions mean: `ENV`, `URL`, `TAG`, `DB`, `SERVICES`, `SECRETS` and `SCRIPTS`.
final class ProjectScope {
    private static final Pattern SECRET_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}");

    private final Project project;
    private final Environment environment;
    private final ImageTags tags;
    private final SecretRegistry secrets;
    private final Value services;

    /// @param services all that the environment has
    ProjectScope(
            Project project,
            Environment environment,
            List<ServiceDefinition> services,
            ImageTags tags,
            SecretRegistry secrets) {
        this.project = project;
        this.environment = environment;
        this.tags = tags;
        this.secrets = secrets;
        this.services = services(services);
    }

    /// @param repo of the service whose text is evaluated; empty for the swarm's own
    Scope in(Optional<Repo> repo) {
        Map<String, Value> names = new TreeMap<>();
        names.put("ENV", Value.text(environment.name().value()));
        names.put("URL", url());
        names.put("TAG", repo.map(this::tag).orElseGet(ProjectScope::noTag));
        names.put("DB", databases(repo));
        names.put("SERVICES", services);
        names.put("SECRETS", given());
        names.put("SCRIPTS", scripts());
        return Scope.of(names);
    }

    private Value url() {
        return environment.url() == null
                ? Value.absent(
                        "Environment '%s' has no url.".formatted(environment.name()),
                        "Add 'url: https://…' to it in %s.".formatted(Project.FILE))
                : Value.text(environment.url().value().value());
    }

    private Value tag(Repo repo) {
        ImageTag given = tags.given().get(repo.name());
        return Value.text((given == null ? ImageTags.PLACEHOLDER : given).value());
    }

    private static Value noTag() {
        return Value.absent(
                "TAG is the version of an app repo, and this service belongs to none.", "");
    }

    private Value given() {
        return Value.openGroup(
                "secrets",
                name ->
                        SECRET_NAME.matcher(name).matches()
                                ? Value.secret(secrets.placeholder(new SecretRef.Given(name)))
                                : Value.absent(
                                        "'%s' is no name for a secret.".formatted(name),
                                        "Use letters, digits, '-', '_' and '.'."));
    }

    private Value scripts() {
        Map<String, Value> scripts = new TreeMap<>();
        for (Script script : project.scripts().values()) {
            SecretRef made = new SecretRef.Script(script.name(), script.generator());
            scripts.put(script.name().value(), Value.secret(secrets.placeholder(made)));
        }
        return Value.group("scripts", scripts);
    }

    private Value databases(Optional<Repo> repo) {
        Map<String, Value> databases = new TreeMap<>();
        for (Database database : project.databases().values()) {
            databases.put(database.name().value(), database(database, repo));
        }
        return Value.group("databases", databases);
    }

    private Value database(Database database, Optional<Repo> repo) {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("HOST", host(database));
        fields.put("PORT", Value.number(database.type().port()));
        fields.put("DB", Value.text(database.name().value()));
        Optional<DatabaseUserName> user = project.userOf(database, repo);
        Value none =
                Value.absent(
                        "Database '%s' has no users.".formatted(database.name()),
                        "Add one under 'users' in %s.".formatted(Project.FILE));
        fields.put("USER", user.map(it -> Value.text(it.value())).orElse(none));
        fields.put("PASS", user.map(it -> password(database, it)).orElse(none));
        return Value.group("fields of a database", fields);
    }

    private Value host(Database database) {
        return project.serviceOf(database)
                .map(service -> Value.text(service.value()))
                .orElseGet(() ->
                        Value.absent(
                                "It is not clear which service database '%s' is on."
                                        .formatted(database.name()),
                                "Add 'service: NAME' to it in %s.".formatted(Project.FILE)));
    }

    private Value password(Database database, DatabaseUserName user) {
        return Value.secret(
                secrets.placeholder(new SecretRef.DatabasePassword(database.name(), user)));
    }

    /// The same for every service, so made once.
    private static Value services(List<ServiceDefinition> services) {
        Map<ServiceName, Integer> ports = ListeningPorts.of(services);
        Map<String, Value> byName = new TreeMap<>();
        for (ServiceDefinition definition : services) {
            ServiceName service = definition.name();
            Map<String, Value> fields = new TreeMap<>();
            Optional<Integer> port = Optional.ofNullable(ports.get(service));
            Value unknown =
                    Value.absent(
                            "It is not known where service '%s' listens.".formatted(service),
                            "Add 'expose: [PORT]' to it.");
            fields.put("HOST", Value.text(service.value()));
            fields.put("PORT", port.map(Value::number).orElse(unknown));
            fields.put(
                    "URL",
                    port.map(it -> Value.text("http://%s:%s".formatted(service, it)))
                            .orElse(unknown));
            byName.put(service.value(), Value.group("fields of a service", fields));
        }
        return Value.group("services", byName);
    }
}
