package dev.modmon.cli.scaffold;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.command.Groups;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.core.access.AccessReader;
import dev.modmon.core.access.RoleName;
import dev.modmon.core.access.UserName;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.key.PublicKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `modmon add user [NAME]`
public final class AddUser {
    private static final Argument<UserName> NAME =
            Argument.optional("NAME", "What the user is called", Choices.NONE, UserName::new);
    private static final Option<Optional<String>> KEY =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "key",
                    "FILE",
                    "The user's public key, such as id_ed25519.pub",
                    Choices.DIRECTORIES,
                    text -> text);
    private static final Option<Optional<RoleName>> ROLE =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "role",
                    "ROLE",
                    "A role of access.yaml",
                    Choices.NONE,
                    RoleName::new);
    private static final Option<Optional<String>> EMAIL =
            Option.value(
                    Option.NO_SHORT_NAME,
                    "email",
                    "EMAIL",
                    "The user's address, for people",
                    Choices.NONE,
                    text -> text);

    public static final Signature SIGNATURE =
            new Signature(
                    "add user",
                    Groups.ADDITIONS,
                    "Give somebody access, by their public key",
                    List.of(NAME),
                    List.of(KEY, ROLE, EMAIL),
                    List.of(
                            """
                            The user goes to .modmon/access.yaml and the key to .modmon/pubkeys/NAME. It takes effect
                            when an admin deploys it.\
                            """),
                    List.of(
                            "modmon add user",
                            "modmon add user sarah --key sarah.pub --role developer"));

    private final Surroundings surroundings;

    public AddUser(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public ExitCode run(Input input) {
        Path here = surroundings.directory(input);
        Draft draft = Draft.in(here);
        Dialogue dialogue = new Dialogue(surroundings.console(), SIGNATURE, input);
        UserName name =
                dialogue.ask(
                        input.find(NAME),
                        new Question<>("Name of the user", "NAME", null, UserName::new));
        PublicKey key =
                dialogue.ask(
                        dialogue.given(
                                input.get(KEY), "--key", file -> PublicKeys.read(here, file)),
                        new Question<>(
                                "File with their public key",
                                "--key",
                                null,
                                file -> PublicKeys.read(here, file)));
        List<String> roles = roles(draft);
        RoleName role =
                dialogue.ask(
                        input.get(ROLE),
                        new Question<>(
                                roles.isEmpty() ? "Role" : "Role: " + String.join(", ", roles),
                                "--role",
                                null,
                                text -> known(roles, text)));
        new Additions(draft).user(name, key, role, input.get(EMAIL));
        return Outcome.of(
                "user",
                name.value(),
                draft,
                List.of("It takes effect when an admin deploys it."),
                surroundings.console(),
                input);
    }

    private static List<String> roles(Draft draft) {
        return new AccessReader(draft.tree(), new Diagnostics())
                .read().roles().keySet().stream().map(RoleName::value).toList();
    }

    private static RoleName known(List<String> roles, String text) {
        RoleName role = new RoleName(text);
        if (!roles.isEmpty() && !roles.contains(text)) {
            throw new IllegalArgumentException(
                    "There is no role '%s'. There are: %s."
                            .formatted(role, String.join(", ", roles)));
        }
        return role;
    }
}
