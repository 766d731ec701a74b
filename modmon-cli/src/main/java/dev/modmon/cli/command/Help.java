package dev.modmon.cli.command;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.catalogue.CatalogueCommand;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.HelpText;
import dev.modmon.cli.catalogue.Input;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.console.Console;
import dev.modmon.cli.console.Json;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.UsageFailure;
import dev.modmon.core.diagnostic.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `modmon help [COMMAND]`
public final class Help {
    private static final Argument<String> COMMAND =
            Argument.any("COMMAND", "The command to explain", Choices.COMMANDS, text -> text);

    public static final Signature SIGNATURE =
            new Signature(
                    "help",
                    Groups.OTHER,
                    "List the commands, or explain one",
                    List.of(COMMAND),
                    List.of(),
                    List.of(),
                    List.of("modmon help deploy"));

    private final Console console;
    private final Catalogue catalogue;

    public Help(Console console, Catalogue catalogue) {
        this.console = console;
        this.catalogue = catalogue;
    }

    public ExitCode run(Input input) {
        String name = String.join(" ", input.all(COMMAND));
        String text = name.isEmpty() ? HelpText.of(catalogue) : explain(name);
        if (input.get(CommonOptions.JSON)) {
            console.print(Json.of(Map.of("help", text)));
        } else {
            console.printRaw(text);
        }
        return ExitCode.DONE;
    }

    private String explain(String name) {
        return catalogue
                .find(name)
                .map(CatalogueCommand::getHelp)
                .or(() -> explainAll(name))
                .orElseThrow(() ->
                        new UsageFailure(
                                "There is no command '%s'.".formatted(name),
                                DidYouMean.hint(name, catalogue.names(), "commands")));
    }

    private Optional<String> explainAll(String begun) {
        List<CatalogueCommand> commands = catalogue.begunBy(begun);
        return commands.isEmpty() ? Optional.empty() : Optional.of(HelpText.of(begun, commands));
    }
}
