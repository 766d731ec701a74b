package dev.modmon.cli.scaffold;

import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.ValueReader;
import dev.modmon.cli.project.Inspection;
import dev.modmon.cli.project.LoginName;
import dev.modmon.cli.scaffold.Answers.App;
import dev.modmon.core.access.UserName;
import dev.modmon.core.key.PublicKey;
import dev.modmon.core.prefab.Prefab;
import dev.modmon.core.prefab.Prefab.Kind;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions of `modmon init`, in their order.
final class Interview {
    private static final String ENVIRONMENTS = "local, staging, production";

    private final Dialogue dialogue;
    private final Input input;
    private final Map<String, String> environment;
    private final Path here;

    /// @param here where files that the user names are looked for
    Interview(Dialogue dialogue, Input input, Map<String, String> environment, Path here) {
        this.dialogue = dialogue;
        this.input = input;
        this.environment = environment;
        this.here = here;
    }

    Answers about(Path folder) {
        dialogue.say("A master repo in %s. Enter takes what is in brackets.".formatted(folder));
        List<Path> from = input.get(Init.FROM).stream().map(here::resolve).toList();
        ProjectName name = name(folder);
        List<EnvironmentName> environments = environments();
        List<App> apps = from.isEmpty() ? apps() : input.get(Init.APP);
        Optional<Port> port = apps.isEmpty() ? Optional.empty() : port();
        List<Prefab> prefabs = from.isEmpty() ? prefabs() : given(input.get(Init.PREFAB));
        return new Answers(name, environments, apps, port, prefabs, from, user(), key());
    }

    private ProjectName name(Path folder) {
        return dialogue.ask(
                input.get(Init.NAME),
                new Question<>(
                        "Name of the project",
                        "--name",
                        Inspection.nameOf(folder).map(ProjectName::value).orElse(null),
                        ProjectName::new));
    }

    private List<EnvironmentName> environments() {
        return dialogue.ask(
                input.get(Init.ENVIRONMENTS),
                new Question<>("Environments", "--environments", ENVIRONMENTS, Interview::names));
    }

    private List<App> apps() {
        List<App> given = input.get(Init.APP);
        return dialogue.ask(
                given.isEmpty() ? Optional.empty() : Optional.of(given),
                new Question<>(
                        "Image of your app, such as ghcr.io/acme/shop (Enter for none yet)",
                        "--app",
                        "",
                        text -> text.isEmpty() ? List.of() : List.of(App.of(text))));
    }

    private Optional<Port> port() {
        Question<Optional<Port>> question =
                new Question<>(
                        "Port that it listens on, or PUBLISHED:PORT",
                        "--port",
                        "8080",
                        text -> Optional.of(Port.of(text)));
        return dialogue.offer(input.get(Init.PORT), input.get(Init.APP).isEmpty(), question)
                .or(() -> Optional.of(Port.of("8080")));
    }

    private List<Prefab> prefabs() {
        List<Prefab> given = given(input.get(Init.PREFAB));
        if (given.isEmpty()) {
            dialogue.say(
                    "It may need some of: " + String.join(", ", Prefab.names(Kind.DATABASE)) + ",");
            dialogue.say("  " + String.join(", ", Prefab.names(Kind.SERVER)) + ".");
        }
        return dialogue.ask(
                given.isEmpty() ? Optional.empty() : Optional.of(given),
                new Question<>(
                        "Which, with commas between (Enter for none)",
                        "--prefab",
                        "",
                        Interview::prefabs));
    }

    private static List<Prefab> given(List<List<Prefab>> prefabs) {
        return prefabs.stream().flatMap(List::stream).distinct().toList();
    }

    private UserName user() {
        return dialogue.ask(
                input.get(Init.USER),
                new Question<>("Your name in it", "--user", LoginName.ofUser(), UserName::new));
    }

    private PublicKey key() {
        Optional<PublicKeys.Found> own = PublicKeys.own(environment);
        ValueReader<PublicKey> reader =
                text ->
                        own.filter(it -> it.origin().equals(text))
                                .map(PublicKeys.Found::key)
                                .orElseGet(() -> PublicKeys.read(here, text));
        if (own.isEmpty()) {
            dialogue.say(
                    "There is no SSH key in ~/.ssh and none in an ssh-agent; 'ssh-keygen -t ed25519' makes one.");
        }
        return dialogue.ask(
                dialogue.given(input.get(Init.KEY), "--key", reader),
                new Question<>(
                        "Your public SSH key",
                        "--key",
                        own.map(PublicKeys.Found::origin).orElse(null),
                        reader));
    }

    static List<EnvironmentName> names(String text) {
        List<EnvironmentName> names = parts(text).stream().map(EnvironmentName::new).toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("At least one environment is needed.");
        }
        return names;
    }

    static List<Prefab> prefabs(String text) {
        List<Prefab> prefabs = parts(text).stream().map(AddService::prefab).toList();
        prefabs.stream()
                .filter(it -> it.kind() == Kind.APP)
                .findFirst()
                .ifPresent(app -> {
                    throw new IllegalArgumentException(
                            "Template '%s' is for an app: give its image with --app NAME=IMAGE."
                                    .formatted(app));
                });
        return prefabs;
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split("[,\\s]+")).filter(it -> !it.isEmpty()).distinct().toList();
    }
}
