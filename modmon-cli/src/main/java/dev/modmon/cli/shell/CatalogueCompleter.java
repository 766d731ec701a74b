package dev.modmon.cli.shell;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.catalogue.CatalogueCommand;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.CommonOptions;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.core.prefab.Prefab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/// Completes commands, their options, and values of options and arguments.
final class CatalogueCompleter implements Completer {
    private final Catalogue catalogue;
    private final Supplier<ProjectGlance.Names> names;
    private final Path directory;

    CatalogueCompleter(Catalogue catalogue, Supplier<ProjectGlance.Names> names, Path directory) {
        this.catalogue = catalogue;
        this.names = names;
        this.directory = directory;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> before = line.words().subList(0, line.wordIndex());
        candidates.addAll(candidates(before, line.word().substring(0, line.wordCursor())));
    }

    /// @param before whole words before the one that is being typed
    List<Candidate> candidates(List<String> before, String word) {
        Position position = new Position();
        before.forEach(position::pass);
        Optional<Option<?>> awaiting = position.awaiting;
        if (awaiting.isPresent()) {
            return values(awaiting.get().choices(), "", word);
        }
        int equals = word.indexOf('=');
        if (word.startsWith("--") && equals > 0) {
            String prefix = word.substring(0, equals + 1);
            return option(position, word.substring(0, equals))
                    .map(option -> values(option.choices(), prefix, word.substring(equals + 1)))
                    .orElse(List.of());
        }
        if (word.startsWith("-") && !position.optionsEnded) {
            return options(position);
        }
        return position.command.isEmpty() ? commands(position.begun) : argument(position, word);
    }

    /// @param begun the first words of a name
    private List<Candidate> commands(String begun) {
        Stream<Candidate> own =
                catalogue.next(begun).entrySet().stream()
                        .map(next -> candidate(next.getKey(), description(next.getValue())));
        Stream<Candidate> exit =
                begun.isEmpty() ? Stream.of(candidate("exit", "Leave the session")) : Stream.of();
        return Stream.concat(own, exit).toList();
    }

    private static String description(List<CatalogueCommand> commands) {
        return commands.size() == 1
                ? commands.getFirst().getDescription()
                : commands.size() + " commands";
    }

    private List<Candidate> options(Position position) {
        return known(position).stream()
                .map(option -> candidate("--" + option.longName(), option.summary()))
                .toList();
    }

    private List<Candidate> argument(Position position, String word) {
        List<Argument<?>> arguments = position.command.orElseThrow().signature().arguments();
        boolean repeated = !arguments.isEmpty() && arguments.getLast().repeatable();
        int at = repeated ? Math.min(position.arguments, arguments.size() - 1) : position.arguments;
        return at < arguments.size() ? values(arguments.get(at).choices(), "", word) : List.of();
    }

    private List<Candidate> values(Choices choices, String prefix, String typed) {
        Stream<String> values =
                switch (choices) {
                    case NONE -> Stream.of();
                    case ENVIRONMENTS -> names.get().environments().stream();
                    case SERVICES -> names.get().services().stream();
                    case COMMANDS -> catalogue.next("").keySet().stream();
                    case PREFABS -> Arrays.stream(Prefab.values()).map(Prefab::toString);
                    case DATABASE_TYPES -> Prefab.names(Prefab.Kind.DATABASE).stream();
                    case DIRECTORIES -> directories(typed);
                };
        return values.map(value -> candidate(prefix + value, null)).toList();
    }

    private Stream<String> directories(String typed) {
        String parent = typed.substring(0, typed.lastIndexOf('/') + 1);
        try (Stream<Path> entries = Files.list(directory.resolve(parent))) {
            return entries
                    .filter(Files::isDirectory)
                    .map(entry -> parent + entry.getFileName())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException notThere) {
            return Stream.of();
        }
    }

    private static Candidate candidate(String value, @Nullable String description) {
        return new Candidate(value, value, null, description, null, null, true);
    }

    private static List<Option<?>> known(Position position) {
        return position.command.map(c -> c.signature().allOptions()).orElse(CommonOptions.ALL);
    }

    private static Optional<Option<?>> option(Position position, String name) {
        return known(position).stream().filter(option -> option.isNamed(name)).findFirst();
    }

    /// Where in a line the cursor is.
    private final class Position {
        private Optional<CatalogueCommand> command = Optional.empty();
        private Optional<Option<?>> awaiting = Optional.empty();
        private String begun = "";
        private boolean optionsEnded;
        private int arguments;

        void pass(String word) {
            if (awaiting.isPresent()) {
                awaiting = Optional.empty();
            } else if (word.equals("--")) {
                optionsEnded = true;
            } else if (word.startsWith("-") && word.length() > 1 && !optionsEnded) {
                awaiting = option(this, word).filter(option -> !option.isFlag());
            } else if (command.isEmpty()) {
                String name = begun.isEmpty() ? word : begun + " " + word;
                command = catalogue.find(name);
                begun = catalogue.begunBy(name).isEmpty() ? begun : name;
            } else {
                arguments++;
            }
        }
    }
}
