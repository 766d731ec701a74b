package dev.modmon.cli.scaffold;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.command.Groups;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.core.project.GitUrl;
import dev.modmon.core.project.RepoName;
import java.util.List;
import java.util.Optional;

/// `modmon add repo [NAME]`
public final class AddRepo {
    private static final Argument<RepoName> NAME =
            Argument.optional("NAME", "What the app repo is called", Choices.NONE, RepoName::new);
    private static final Option<Optional<GitUrl>> URL =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "url",
                    "URL",
                    "The app's git repository",
                    Choices.NONE,
                    GitUrl::new);
    private static final Option<Optional<Image>> IMAGE =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "image",
                    "IMAGE",
                    "Its image; without a tag, each deployment says which",
                    Choices.NONE,
                    Image::new);
    private static final Option<Optional<Port>> PORT =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "port",
                    "PORT",
                    "Where it listens, 80:8080 publishes it; without, it is a worker",
                    Choices.NONE,
                    Port::of);

    public static final Signature SIGNATURE =
            new Signature(
                    "add repo",
                    Groups.ADDITIONS,
                    "Add an app repo with a service",
                    List.of(NAME),
                    List.of(URL, IMAGE, PORT),
                    List.of(
                            """
                            The repo goes to 'repos' of .modmon/modmon.yaml, with one service of the same name, made from
                            a template: its health check is a guess, so look at it.\
                            """),
                    List.of(
                            "modmon add repo",
                            "modmon add repo shop --url git@github.com:acme/shop.git --image ghcr.io/acme/shop --port 80:8080"));

    private final Surroundings surroundings;

    public AddRepo(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(Input input) {
        Draft draft = Draft.in(surroundings.directory(input));
        Dialogue dialogue = new Dialogue(surroundings.console(), SIGNATURE, input);
        Optional<RepoName> given = input.find(NAME);
        RepoName name =
                dialogue.ask(
                        given, new Question<>("Name of the repo", "NAME", null, RepoName::new));
        Optional<GitUrl> url =
                dialogue.offer(
                        input.get(URL),
                        given.isEmpty(),
                        new Question<>(
                                "Its git repository (Enter for none)",
                                "--url",
                                "",
                                text ->
                                        text.isEmpty()
                                                ? Optional.empty()
                                                : Optional.of(new GitUrl(text))));
        Image image =
                dialogue.ask(
                        input.get(IMAGE),
                        new Question<>("Its image", "--image", name.value(), Image::new));
        Optional<Port> port =
                dialogue.offer(
                        input.get(PORT),
                        given.isEmpty(),
                        new Question<>(
                                "Port that it listens on, or PUBLISHED:PORT (Enter for a worker)",
                                "--port",
                                "",
                                AddService::portOrNone));
        new Additions(draft).repo(name, url.map(GitUrl::value), image, port);
        return Outcome.of(
                "repo",
                name.value(),
                draft,
                List.of("Look at the health check of service '%s': it is a guess.".formatted(name)),
                surroundings.console(),
                input);
    }
}
