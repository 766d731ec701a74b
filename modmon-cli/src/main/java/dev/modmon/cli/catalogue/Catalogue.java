package dev.modmon.cli.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.shell.core.command.CommandRegistry;

/// All commands, in the order that help lists them.
public final class Catalogue {
    private final List<CatalogueCommand> commands = new ArrayList<>();

    public Catalogue add(Signature signature, Action action) {
        commands.add(new CatalogueCommand(signature, action));
        return this;
    }

    public List<CatalogueCommand> commands() {
        return List.copyOf(commands);
    }

    public List<String> names() {
        return commands.stream().map(CatalogueCommand::getName).toList();
    }

    public Optional<CatalogueCommand> find(String name) {
        return commands.stream().filter(command -> command.getName().equals(name)).findFirst();
    }

    /// The same commands for Spring Shell.
    public CommandRegistry registry() {
        return new CommandRegistry(new LinkedHashSet<>(commands));
    }
}
