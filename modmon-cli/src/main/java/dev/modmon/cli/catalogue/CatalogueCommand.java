package dev.modmon.cli.catalogue;

import dev.modmon.cli.failure.ExitCode;
import java.util.List;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;

/// A command as Spring Shell's model has it, with a typed signature.
public final class CatalogueCommand implements Command {
    private final Signature signature;
    private final Action action;

    CatalogueCommand(Signature signature, Action action) {
        this.signature = signature;
        this.action = action;
    }

    public Signature signature() {
        return signature;
    }

    @Override
    public String getName() {
        return signature.name();
    }

    @Override
    public String getDescription() {
        return signature.summary();
    }

    @Override
    public String getGroup() {
        return signature.group();
    }

    @Override
    public String getHelp() {
        return HelpText.of(signature);
    }

    @Override
    public List<CommandOption> getOptions() {
        return signature.allOptions().stream().map(CatalogueCommand::modelled).toList();
    }

    @Override
    public ExitStatus execute(CommandContext context) {
        ExitCode exit = action.run(new Input(signature, context.parsedInput()));
        return new ExitStatus(exit.number(), exit.meaning());
    }

    private static CommandOption modelled(Option<?> option) {
        return CommandOption.with()
                .shortName(option.shortName())
                .longName(option.longName())
                .description(option.summary())
                .type(option.isFlag() ? Boolean.class : String.class)
                .build();
    }
}
