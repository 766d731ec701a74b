package dev.modmon.cli.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
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

    /// Commands whose name begins with these words and goes on: `add` begins `add service`.
    public List<CatalogueCommand> begunBy(String words) {
        return commands.stream()
                .filter(command -> command.getName().startsWith(words + " "))
                .toList();
    }

    /// What the next word of a name can be: whole names, or the words that begin several.
    ///
    /// @param begun words that were given already; empty for none
    public SequencedMap<String, List<CatalogueCommand>> next(String begun) {
        String before = begun.isEmpty() ? "" : begun + " ";
        return commands.stream()
                .filter(command -> command.getName().startsWith(before))
                .collect(
                        Collectors.groupingBy(
                                command ->
                                        command.getName().substring(before.length()).split(" ")[0],
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /// The same commands for Spring Shell.
    public CommandRegistry registry() {
        return new CommandRegistry(new LinkedHashSet<>(commands));
    }
}
