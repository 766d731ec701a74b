package dev.modmon.cli.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a command is called, what it takes, and what its help says.
///
/// @param group heading in the list of commands
/// @param summary one line without a full stop
/// @param details paragraphs for `help COMMAND`, each already wrapped
/// @param options of this command alone, without [CommonOptions]
/// @param examples whole command lines
public record Signature(
        String name,
        String group,
        String summary,
        List<Argument<?>> arguments,
        List<Option<?>> options,
        List<String> details,
        List<String> examples) {
    public Signature {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
        details = List.copyOf(details);
        examples = List.copyOf(examples);
    }

    /// Those of the command first.
    public List<Option<?>> allOptions() {
        return Stream.concat(options.stream(), CommonOptions.ALL.stream()).toList();
    }

    /// `modmon deploy ENV [--tag REPO=TAG]...`
    public String usage() {
        return Stream.of(
                        Stream.of("modmon", name),
                        arguments.stream().map(Argument::usage),
                        options.stream().map(Option::usage))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }
}
