package dev.modmon.cli.catalogue;

import dev.modmon.cli.failure.UsageFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns the words of a command line, as the shell has split them, into a [Line]. Words are never joined and split
/// again, so spaces and quotes inside them survive.
public final class LineParser {
    private final Catalogue catalogue;

    public LineParser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @throws UsageFailure when there is no such command, option or value
    public Line parse(List<String> words) {
        Words read = new Words();
        read.all(words);
        return read.line();
    }

    /// Whether an error in this line is to be printed as JSON.
    public static boolean wantsJson(List<String> words) {
        return words.stream().takeWhile(word -> !word.equals("--")).anyMatch("--json"::equals);
    }

    /// One reading of one line.
    private final class Words {
        private final List<GivenOption> options = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private Optional<CatalogueCommand> command = Optional.empty();
        private String begun = "";

        void all(List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (word.equals("--")) {
                    words.subList(i + 1, words.size()).forEach(this::plain);
                    return;
                }
                Optional<String> next =
                        i + 1 < words.size() ? Optional.of(words.get(i + 1)) : Optional.empty();
                if (word.equals("--version") && command.isEmpty()) {
                    plain("version");
                } else if (word.startsWith("--")) {
                    i += longOption(word, next);
                } else if (word.startsWith("-") && word.length() > 1) {
                    i += shortOptions(word, next);
                } else {
                    plain(word);
                }
            }
        }

        private void plain(String word) {
            if (command.isPresent()) {
                arguments.add(word);
                return;
            }
            String name = begun.isEmpty() ? word : begun + " " + word;
            command = catalogue.find(name);
            if (command.isPresent()) {
                return;
            }
            if (catalogue.begunBy(name).isEmpty()) {
                throw new UsageFailure(
                        "Unknown command '%s'.".formatted(name),
                        Hints.forUnknownCommand(name, catalogue));
            }
            begun = name;
        }

        /// @return how many of the next words it took
        private int longOption(String word, Optional<String> next) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Option<?> option = named(name);
            if (equals < 0) {
                return take(option, name, next);
            }
            if (option.isFlag()) {
                throw new UsageFailure("Option '%s' takes no value.".formatted(name), hint());
            }
            options.add(new GivenOption(option, word.substring(equals + 1)));
            return 0;
        }

        /// Flags in one word, such as `-qy`; the first option with a value takes the rest of the word or the next word.
        private int shortOptions(String word, Optional<String> next) {
            for (int at = 1; at < word.length(); at++) {
                String name = "-" + word.charAt(at);
                Option<?> option = named(name);
                String rest = word.substring(at + 1);
                if (!option.isFlag() && !rest.isEmpty()) {
                    options.add(
                            new GivenOption(
                                    option, rest.startsWith("=") ? rest.substring(1) : rest));
                    return 0;
                }
                if (!option.isFlag()) {
                    return take(option, name, next);
                }
                options.add(new GivenOption(option, ""));
            }
            return 0;
        }

        private int take(Option<?> option, String name, Optional<String> next) {
            if (option.isFlag()) {
                options.add(new GivenOption(option, ""));
                return 0;
            }
            String value =
                    next.orElseThrow(() ->
                            new UsageFailure("Option '%s' needs a value.".formatted(name), hint()));
            options.add(new GivenOption(option, value));
            return 1;
        }

        private Option<?> named(String name) {
            return known().stream()
                    .filter(option -> option.isNamed(name))
                    .findFirst()
                    .orElseThrow(() -> unknownOption(name));
        }

        private List<Option<?>> known() {
            return command.map(c -> c.signature().allOptions()).orElse(CommonOptions.ALL);
        }

        private UsageFailure unknownOption(String name) {
            String where =
                    command.map(c -> " of '" + c.getName() + "'").orElse(" before the command");
            List<String> names = known().stream().map(option -> "--" + option.longName()).toList();
            return new UsageFailure(
                    "Unknown option '%s'%s.".formatted(name, where),
                    Hints.joined(Hints.suggestion(name, names), hint()));
        }

        private String hint() {
            return command.map(c -> Hints.usage(c.signature())).orElse(Hints.OVERVIEW);
        }

        Line line() {
            if (options.stream().anyMatch(given -> given.option() == CommonOptions.HELP)) {
                return help();
            }
            return command.<Line>map(this::call).orElseGet(this::session);
        }

        private Line help() {
            CatalogueCommand help = catalogue.find("help").orElseThrow();
            Stream<String> subject =
                    command
                            .map(CatalogueCommand::getName)
                            .or(() -> Optional.of(begun))
                            .filter(name -> !name.isEmpty() && !name.equals(help.getName()))
                            .stream();
            Stream<String> named =
                    command.filter(c -> c == help).stream().flatMap(_ -> arguments.stream());
            return new Line.Call(
                    help,
                    new Inputs(help.signature(), List.of(), Stream.concat(subject, named).toList())
                            .checked());
        }

        private Line call(CatalogueCommand named) {
            return new Line.Call(
                    named, new Inputs(named.signature(), options, arguments).checked());
        }

        private Line session() {
            if (!begun.isEmpty()) {
                throw new UsageFailure(
                        "'%s' what?".formatted(begun), Hints.forBegunCommand(begun, catalogue));
            }
            Optional<GivenOption> other =
                    options.stream()
                            .filter(given -> given.option() != CommonOptions.DIRECTORY)
                            .findFirst();
            if (other.isPresent()) {
                throw new UsageFailure("A command is missing.", Hints.OVERVIEW);
            }
            List<String> given = options.stream().map(GivenOption::value).toList();
            return new Line.Session(CommonOptions.DIRECTORY.read(given));
        }
    }
}
