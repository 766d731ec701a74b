package dev.modmon.cli.scaffold;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.command.Groups;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.Failure;
import dev.modmon.cli.scaffold.Answers.App;
import dev.modmon.core.access.UserName;
import dev.modmon.core.prefab.Prefab;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.ProjectName;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `modmon init [DIR]`
public final class Init {
    private static final Argument<Path> DIR =
            Argument.optional(
                    "DIR",
                    "The folder that becomes a master repo, instead of the current one",
                    Choices.DIRECTORIES,
                    Path::of);
    static final Option<Optional<ProjectName>> NAME =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "name",
                    "NAME",
                    "The project's name",
                    Choices.NONE,
                    ProjectName::new);
    static final Option<Optional<List<EnvironmentName>>> ENVIRONMENTS =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "environments",
                    "LIST",
                    "Environments, with commas between",
                    Choices.NONE,
                    Interview::names);
    static final Option<List<App>> APP =
            Option.values(
                    Option.NO_SHORT_NAME,
                    "app",
                    "NAME=IMAGE",
                    "An app of yours; without a tag, each deployment says which",
                    App::of);
    static final Option<Optional<Port>> PORT =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "port",
                    "PORT",
                    "Where the first app listens (8080); 80:8080 publishes it",
                    Choices.NONE,
                    Port::of);
    static final Option<List<List<Prefab>>> PREFAB =
            Option.values(
                    Option.NO_SHORT_NAME,
                    "prefab",
                    "LIST",
                    "Templates of what it needs: postgres, redis and more",
                    Interview::prefabs);
    static final Option<List<Path>> FROM =
            Option.values(
                    Option.NO_SHORT_NAME,
                    "from",
                    "FILE",
                    "A Compose file that it is to run, as 'import' does",
                    Path::of);
    static final Option<Optional<UserName>> USER =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "user",
                    "USER",
                    "Your name in it",
                    Choices.NONE,
                    UserName::new);
    static final Option<Optional<String>> KEY =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "key",
                    "FILE",
                    "Your public SSH key, instead of that in ~/.ssh or the ssh-agent",
                    Choices.DIRECTORIES,
                    text -> text);

    public static final Signature SIGNATURE =
            new Signature(
                    "init",
                    Groups.START,
                    "Make a master repo from nothing",
                    List.of(DIR),
                    List.of(NAME, ENVIRONMENTS, APP, PORT, PREFAB, FROM, USER, KEY),
                    List.of(
                            """
                            Asks for what the options do not say; nothing is written before the last answer. You get
                            a git repository with .modmon/modmon.yaml, .modmon/access.yaml and your key, an env file
                            for each environment, and schemas by which editors complete and check the files.\\
                            """,
                            """
                            Templates: postgres, mysql, mariadb, mongodb, redis, memcached, elasticsearch,
                            meilisearch, typesense, nginx.\
                            """),
                    List.of(
                            "modmon init shop",
                            "modmon init shop --app web=ghcr.io/acme/web --prefab postgres,redis --yes",
                            "modmon init --from docker-compose.yml --yes"));

    private final Surroundings surroundings;

    public Init(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What `--json` prints.
    ///
    /// @param files relative to the directory
    /// @param committed whether they are in a first commit
    record Report(
            String project,
            String directory,
            List<String> environments,
            List<String> files,
            boolean committed,
            List<String> next) {}

    public ExitCode run(Input input) {
        Path here = surroundings.directory(input).toAbsolutePath().normalize();
        Path folder = input.find(DIR).map(here::resolve).map(Path::normalize).orElse(here);
        NewRepository repository = NewRepository.in(folder);
        refuseMasterRepo(folder);
        Dialogue dialogue = new Dialogue(surroundings.console(), SIGNATURE, input);
        Answers answers =
                new Interview(dialogue, input, surroundings.environment(), here).about(folder);
        Construction construction = new Construction(new Draft(folder), answers);
        Draft draft = construction.draft();
        boolean committed = repository.fill(draft, surroundings.console());
        report(input, answers, draft, committed, construction.next());
        return ExitCode.DONE;
    }

    private static void refuseMasterRepo(Path folder) {
        if (Files.exists(folder.resolve(Project.FILE), LinkOption.NOFOLLOW_LINKS)) {
            throw new Failure(
                    ExitCode.FAILED,
                    "exists",
                    "'%s' is a master repo already.".formatted(folder),
                    "'modmon add' adds to it; 'modmon help add' says what.");
        }
    }

    private void report(
            Input input, Answers answers, Draft draft, boolean committed, List<String> next) {
        Console console = surroundings.console();
        if (input.get(CommonOptions.JSON)) {
            console.print(
                    Json.of(
                            new Report(
                                    answers.name().value(),
                                    draft.root().toString(),
                                    answers.environments().stream()
                                            .map(EnvironmentName::value)
                                            .toList(),
                                    draft.files(),
                                    committed,
                                    next)));
        } else if (!input.get(CommonOptions.QUIET)) {
            console.print(
                    "Made the master repo of '%s' in %s.".formatted(answers.name(), draft.root()));
            draft.files().forEach(file -> console.print("  " + file));
            console.note(
                    committed
                            ? "All of it is in a first commit."
                            : "Commit it when you have looked at it: deployments are of commits.");
            next.forEach(console::note);
        }
    }
}
