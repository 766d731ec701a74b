package dev.modmon.cli.scaffold;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.command.Groups;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.core.diagnostic.ShownText;
import dev.modmon.core.prefab.Prefab;
import dev.modmon.core.prefab.Prefab.Kind;
import dev.modmon.core.project.DatabaseName;
import dev.modmon.core.project.DatabaseType;
import dev.modmon.core.project.DatabaseUserName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ServiceName;
import java.util.List;
import java.util.Optional;

/// `modmon add database [NAME]`
public final class AddDatabase {
    private static final Argument<DatabaseName> NAME =
            Argument.optional(
                    "NAME", "What the database is called", Choices.NONE, DatabaseName::new);
    private static final Option<Optional<DatabaseType>> TYPE =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "type",
                    "TYPE",
                    "postgres, mysql, mariadb, mongodb, redis or memcached",
                    Choices.DATABASE_TYPES,
                    AddDatabase::type);
    private static final Option<Optional<DatabaseUserName>> USER =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "user",
                    "USER",
                    "The account that apps use",
                    Choices.NONE,
                    DatabaseUserName::new);
    private static final Option<Optional<ServiceName>> SERVICE =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "service",
                    "SERVICE",
                    "The service that it lives on, when there is one already",
                    Choices.SERVICES,
                    ServiceName::new);

    public static final Signature SIGNATURE =
            new Signature(
                    "add database",
                    Groups.ADDITIONS,
                    "Add a database, its server and its variables",
                    List.of(NAME),
                    List.of(TYPE, USER, SERVICE),
                    List.of(
                            """
                            The database goes to 'databases' of .modmon/modmon.yaml, with an account whose password the
                            cluster makes, once for each environment. A server is added from a template unless there is
                            one that is free, and every env file gets the variables that tell apps of it.\
                            """),
                    List.of(
                            "modmon add database",
                            "modmon add database app_db --type postgres",
                            "modmon add database cache_db --type redis"));

    private final Surroundings surroundings;

    public AddDatabase(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(Input input) {
        Draft draft = Draft.in(surroundings.directory(input));
        Dialogue dialogue = new Dialogue(surroundings.console(), SIGNATURE, input);
        Optional<DatabaseName> given = input.find(NAME);
        DatabaseType type =
                dialogue.ask(
                        input.get(TYPE),
                        new Question<>(
                                "Type: " + String.join(", ", Prefab.names(Kind.DATABASE)),
                                "--type",
                                "postgres",
                                AddDatabase::type));
        DatabaseName name =
                dialogue.ask(
                        given,
                        new Question<>(
                                "Name of the database",
                                "NAME",
                                DatabaseHome.hasAccounts(type) ? "app_db" : "cache_db",
                                DatabaseName::new));
        Optional<DatabaseUserName> user =
                DatabaseHome.hasAccounts(type)
                        ? Optional.of(user(input, dialogue, name, given.isEmpty()))
                        : input.get(USER);
        add(draft, type, name, user, input.get(SERVICE));
        return Outcome.of(
                "database", name.value(), draft, List.of(), surroundings.console(), input);
    }

    private static DatabaseUserName user(
            Input input, Dialogue dialogue, DatabaseName name, boolean asking) {
        DatabaseUserName usual = usualUser(name);
        return dialogue.offer(
                        input.get(USER),
                        asking,
                        new Question<>(
                                "Account that apps use",
                                "--user",
                                usual.value(),
                                text -> Optional.of(new DatabaseUserName(text))))
                .orElse(usual);
    }

    /// `app_user` for `app_db`.
    static DatabaseUserName usualUser(DatabaseName name) {
        String stem = name.value().replaceAll("_db$", "");
        return new DatabaseUserName(stem.substring(0, Math.min(27, stem.length())) + "_user");
    }

    /// With a server of its own, unless one is named or free.
    static void add(
            Draft draft,
            DatabaseType type,
            DatabaseName name,
            Optional<DatabaseUserName> user,
            Optional<ServiceName> named) {
        Project project = draft.project();
        Optional<ServiceName> there = named.or(() -> DatabaseHome.free(project, type));
        ServiceName service = there.orElseGet(() -> DatabaseHome.fresh(project, type, name));
        Additions additions = new Additions(draft);
        additions.database(name, type, user, service);
        if (there.isEmpty()) {
            Prefab prefab = Prefab.of(type.toString()).orElseThrow();
            additions.service(service, prefab.service(service).untold(), Optional.empty());
        }
    }

    private static DatabaseType type(String name) {
        return DatabaseType.of(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no type '%s'. There are: %s."
                                        .formatted(
                                                ShownText.whole(name),
                                                String.join(", ", Prefab.names(Kind.DATABASE)))));
    }
}
