package dev.modmon.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.catalogue.Argument;
import dev.modmon.cli.catalogue.Catalogue;
import dev.modmon.cli.catalogue.Choices;
import dev.modmon.cli.catalogue.Option;
import dev.modmon.cli.catalogue.Signature;
import dev.modmon.cli.failure.ExitCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.Test;

class CatalogueCompleterTests {
    private static final ProjectGlance.Names NAMES =
            new ProjectGlance.Names(
                    "shop", List.of("staging", "production"), List.of("web", "api"));

    private final CatalogueCompleter completer =
            new CatalogueCompleter(
                    new Catalogue()
                            .add(
                                    new Signature(
                                            "logs",
                                            "Group",
                                            "Print logs",
                                            List.of(
                                                    Argument.required(
                                                            "SERVICE",
                                                            "",
                                                            Choices.SERVICES,
                                                            t -> t)),
                                            List.of(
                                                    Option.flag('f', "follow", ""),
                                                    Option.value(
                                                            'e',
                                                            "environment",
                                                            "ENV",
                                                            "",
                                                            Choices.ENVIRONMENTS,
                                                            t -> t)),
                                            List.of(),
                                            List.of()),
                                    _ -> ExitCode.DONE)
                            .add(signature("add service"), _ -> ExitCode.DONE)
                            .add(signature("add repo"), _ -> ExitCode.DONE)
                            .add(
                                    new Signature(
                                            "help",
                                            "Group",
                                            "Help",
                                            List.of(
                                                    Argument.optional(
                                                            "COMMAND",
                                                            "",
                                                            Choices.COMMANDS,
                                                            t -> t)),
                                            List.of(),
                                            List.of(),
                                            List.of()),
                                    _ -> ExitCode.DONE),
                    () -> NAMES,
                    Path.of("."));

    private static Signature signature(String name) {
        return new Signature(name, "Group", name, List.of(), List.of(), List.of(), List.of());
    }

    /// @param words the last one is being typed
    private Stream<String> completed(String... words) {
        List<String> all = Arrays.asList(words);
        return completer.candidates(all.subList(0, all.size() - 1), all.getLast()).stream()
                .map(Candidate::value);
    }

    @Test
    void completesCommandsFirst() {
        assertThat(completed("")).containsExactly("logs", "add", "help", "exit");
        assertThat(completed("--json", "")).containsExactly("logs", "add", "help", "exit");
    }

    @Test
    void completesOptionsOfTheCommand() {
        assertThat(completed("logs", "-")).contains("--follow", "--environment", "--json");
        assertThat(completed("-")).contains("--json").doesNotContain("--follow");
        assertThat(completed("logs", "--", "-")).containsExactly("web", "api");
    }

    @Test
    void completesValuesOfOptionsInBothSpellings() {
        assertThat(completed("logs", "web", "-e", "")).containsExactly("staging", "production");
        assertThat(completed("logs", "--environment=sta"))
                .containsExactly("--environment=staging", "--environment=production");
    }

    @Test
    void completesArgumentsByTheirPlace() {
        assertThat(completed("logs", "")).containsExactly("web", "api");
        assertThat(completed("logs", "-f", "-e", "staging", "")).containsExactly("web", "api");
        assertThat(completed("logs", "web", "")).isEmpty();
        assertThat(completed("help", "")).containsExactly("logs", "add", "help");
    }

    @Test
    void completesNamesOfSeveralWordsWordByWord() {
        assertThat(completed("add", "")).containsExactly("service", "repo");
        assertThat(completed("add", "service", "-")).contains("--json");
        assertThat(completed("add", "service", "")).isEmpty();
    }
}
