package dev.modmon.cli.scaffold;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.command.Groups;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.core.cluster.ClusterName;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.Environment;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.Project;
import dev.modmon.core.project.WebUrl;
import java.util.List;
import java.util.Optional;

/// `modmon add environment [NAME]`
public final class AddEnvironment {
    private static final Argument<EnvironmentName> NAME =
            Argument.optional(
                    "NAME", "What the environment is called", Choices.NONE, EnvironmentName::new);
    private static final Option<Optional<EnvironmentName>> FROM =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "from",
                    "ENV",
                    "Whose env file and cluster it takes over, instead of the last one's",
                    Choices.ENVIRONMENTS,
                    EnvironmentName::new);
    private static final Option<Optional<WebUrl>> URL =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "url",
                    "URL",
                    "Where it is reached",
                    Choices.NONE,
                    WebUrl::new);
    private static final Option<Optional<ClusterName>> CLUSTER =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "cluster",
                    "CLUSTER",
                    "The cluster that it runs on",
                    Choices.NONE,
                    ClusterName::new);

    public static final Signature SIGNATURE =
            new Signature(
                    "add environment",
                    Groups.ADDITIONS,
                    "Add an environment, after the model of another",
                    List.of(NAME),
                    List.of(FROM, URL, CLUSTER),
                    List.of(
                            """
                            The environment goes to 'environments' of .modmon/modmon.yaml, and .env/NAME.env becomes a
                            copy of another one's; what differs there belongs into expressions, or is changed by hand.\
                            """),
                    List.of(
                            "modmon add environment",
                            "modmon add environment uat --from staging --url https://uat.example.com"));

    private final Surroundings surroundings;

    public AddEnvironment(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(Input input) {
        Draft draft = Draft.in(surroundings.directory(input));
        Dialogue dialogue = new Dialogue(surroundings.console(), SIGNATURE, input);
        Project project = draft.project();
        Optional<EnvironmentName> given = input.find(NAME);
        EnvironmentName name =
                dialogue.ask(
                        given,
                        new Question<>(
                                "Name of the environment", "NAME", null, EnvironmentName::new));
        Optional<EnvironmentName> from =
                input.get(FROM).map(it -> known(project, it)).or(() -> last(project));
        Optional<WebUrl> url =
                dialogue.offer(
                        input.get(URL),
                        given.isEmpty(),
                        new Question<>(
                                "Where it is reached, such as https://staging.example.com (Enter for nowhere)",
                                "--url",
                                "",
                                text ->
                                        text.isEmpty()
                                                ? Optional.empty()
                                                : Optional.of(new WebUrl(text))));
        Optional<String> cluster =
                input.get(CLUSTER)
                        .map(ClusterName::value)
                        .or(() ->
                                from.flatMap(project::environment)
                                        .flatMap(AddEnvironment::cluster));
        new Additions(draft).environment(name, url.map(WebUrl::value), cluster, from);
        return Outcome.of(
                "environment", name.value(), draft, List.of(), surroundings.console(), input);
    }

    private static Optional<String> cluster(Environment environment) {
        return Optional.ofNullable(environment.cluster()).map(it -> it.value());
    }

    private static Optional<EnvironmentName> last(Project project) {
        return project.environments().isEmpty()
                ? Optional.empty()
                : Optional.of(project.environments().lastEntry().getKey());
    }

    private static EnvironmentName known(Project project, EnvironmentName name) {
        if (project.environment(name).isEmpty()) {
            throw new UsageFailure(
                    "There is no environment '%s'.".formatted(name),
                    DidYouMean.hint(
                            name.value(),
                            project.environments().keySet().stream()
                                    .map(EnvironmentName::value)
                                    .toList(),
                            "environments"));
        }
        return name;
    }
}
