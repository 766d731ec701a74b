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
import dev.modmon.core.edit.YamlFragment;
import dev.modmon.core.prefab.Prefab;
import dev.modmon.core.prefab.Prefab.Kind;
import dev.modmon.core.prefab.ServiceDraft;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.project.ServiceName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `modmon add service [NAME]`
public final class AddService {
    private static final Argument<ServiceName> NAME =
            Argument.optional("NAME", "What the service is called", Choices.NONE, ServiceName::new);
    private static final Option<Optional<Prefab>> PREFAB =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "prefab",
                    "PREFAB",
                    "A template: postgres, redis, nginx and more",
                    Choices.PREFABS,
                    AddService::prefab);
    private static final Option<Optional<Image>> IMAGE =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "image",
                    "IMAGE",
                    "The image that it runs",
                    Choices.NONE,
                    Image::new);
    private static final Option<Optional<Port>> PORT =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "port",
                    "PORT",
                    "Where it listens; 8080:80 publishes it",
                    Choices.NONE,
                    Port::of);
    private static final Option<Optional<RepoName>> REPO =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "repo",
                    "REPO",
                    "The app repo that it belongs to",
                    Choices.NONE,
                    RepoName::new);

    public static final Signature SIGNATURE =
            new Signature(
                    "add service",
                    Groups.ADDITIONS,
                    "Add a service, from a template or an image",
                    List.of(NAME),
                    List.of(PREFAB, IMAGE, PORT, REPO),
                    List.of(
                            """
                            The service goes to 'swarm.services' of .modmon/modmon.yaml, or to a repo, and the env files
                            get the variables that tell apps of it. Comments, order and layout stay as they are. The
                            result is checked first: with new mistakes nothing is written.\
                            """,
                            """
                            Templates: postgres, mysql, mariadb, mongodb, redis, memcached, elasticsearch,
                            meilisearch, typesense, nginx; web and worker for apps of yours.\
                            """),
                    List.of(
                            "modmon add service",
                            "modmon add service redis --prefab redis",
                            "modmon add service mail --image axllent/mailpit:v1.21 --port 8025"));

    private final Surroundings surroundings;

    public AddService(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// What it runs.
    private record Origin(Optional<Prefab> prefab, Optional<Image> image) {}

    public ExitCode run(Input input) {
        Draft draft = Draft.in(surroundings.directory(input));
        Dialogue dialogue = new Dialogue(surroundings.console(), SIGNATURE, input);
        Optional<ServiceName> given = input.find(NAME);
        Optional<RepoName> repo = input.get(REPO);
        Origin origin = origin(input, dialogue, repo);
        String usual = origin.prefab().map(Prefab::toString).orElse(null);
        ServiceName name =
                dialogue.ask(
                        given,
                        new Question<>("Name of the service", "NAME", usual, ServiceName::new));
        Optional<Port> port =
                dialogue.offer(
                        input.get(PORT),
                        given.isEmpty()
                                && origin.prefab().filter(it -> it.kind() != Kind.APP).isEmpty(),
                        new Question<>(
                                "Port that it listens on, or PUBLISHED:PORT (Enter for none)",
                                "--port",
                                "",
                                AddService::portOrNone));
        ServiceDraft service = service(name, origin, port);
        new Additions(draft).service(name, service, repo);
        return Outcome.of(
                "service",
                name.value(),
                draft,
                Next.after(service, origin.prefab().isEmpty()),
                surroundings.console(),
                input);
    }

    private static Origin origin(Input input, Dialogue dialogue, Optional<RepoName> repo) {
        Origin given = new Origin(input.get(PREFAB), input.get(IMAGE));
        boolean isApp = given.prefab().filter(it -> it.kind() == Kind.APP).isPresent();
        if (given.prefab().isPresent() && isApp && given.image().isEmpty() && repo.isEmpty()) {
            Image image =
                    dialogue.ask(
                            Optional.empty(),
                            new Question<>("Its image", "--image", null, Image::new));
            return new Origin(given.prefab(), Optional.of(image));
        }
        if (given.prefab().isPresent() || given.image().isPresent()) {
            return given;
        }
        dialogue.say("Templates: " + String.join(", ", Prefab.names(Kind.DATABASE)) + ",");
        dialogue.say("           " + String.join(", ", Prefab.names(Kind.SERVER)));
        return dialogue.ask(
                Optional.empty(),
                new Question<>(
                        "Template, or an image such as ghcr.io/acme/shop:1.4",
                        "--prefab or --image",
                        null,
                        AddService::origin));
    }

    private static Origin origin(String answer) {
        Optional<Prefab> prefab = Prefab.of(answer).filter(it -> it.kind() != Kind.APP);
        return prefab.isPresent()
                ? new Origin(prefab, Optional.empty())
                : new Origin(Optional.empty(), Optional.of(new Image(answer)));
    }

    private static ServiceDraft service(ServiceName name, Origin origin, Optional<Port> port) {
        ServiceDraft service =
                origin.prefab()
                        .map(prefab ->
                                port.filter(_ -> prefab.kind() == Kind.APP)
                                        .map(it -> prefab.listening(name, it.target()))
                                        .orElseGet(() -> prefab.alone(name)))
                        .orElseGet(() -> bare(origin.image().orElseThrow()));
        ServiceDraft running =
                origin.prefab().isPresent() && origin.image().isPresent()
                        ? service.running(origin.image().get().value())
                        : service;
        return port.map(it -> it.of(running)).orElse(running);
    }

    private static ServiceDraft bare(Image image) {
        return new ServiceDraft(YamlFragment.of("restart: unless-stopped"), List.of(), List.of())
                .running(image.value());
    }

    static Prefab prefab(String name) {
        return Prefab.of(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "There is no template '%s'. There are: %s."
                                        .formatted(
                                                ShownText.whole(name),
                                                Arrays.stream(Prefab.values())
                                                        .map(Prefab::toString)
                                                        .collect(Collectors.joining(", ")))));
    }

    static Optional<Port> portOrNone(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Port.of(text));
    }
}
