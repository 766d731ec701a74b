package dev.modmon.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.failure.UsageFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTests {
    private static final Argument<String> ENV =
            Argument.required("ENV", "Where", Choices.ENVIRONMENTS, text -> text);
    private static final Argument<Integer> NUMBER =
            Argument.optional("N", "How many", Choices.NONE, Integer::valueOf);
    private static final Option<List<String>> TAG =
            Option.values(Option.NO_SHORT_NAME, "tag", "REPO=TAG", "A tag", text -> text);
    private static final Option<Optional<String>> MESSAGE =
            Option.value('m', "message", "WHY", "Why", Choices.NONE, text -> text);
    private static final Option<Boolean> DETACH =
            Option.flag('d', "detach", "Do not wait for the end");

    private final List<Input> received = new ArrayList<>();
    private final Catalogue catalogue =
            new Catalogue()
                    .add(signature("help", List.of(NUMBER)), this::receive)
                    .add(signature("deploy", List.of(ENV, NUMBER)), this::receive)
                    .add(signature("status", List.of()), this::receive)
                    .add(signature("add service", List.of(ENV)), this::receive)
                    .add(signature("add repo", List.of(ENV)), this::receive);

    private static Signature signature(String name, List<Argument<?>> arguments) {
        return new Signature(
                name,
                "Group",
                "Do " + name,
                arguments,
                List.of(TAG, MESSAGE, DETACH),
                List.of(),
                List.of());
    }

    private ExitCode receive(Input input) {
        received.add(input);
        return ExitCode.DONE;
    }

    private Input input(String... words) {
        Dispatcher dispatcher = new Dispatcher(catalogue);
        dispatcher.run((Line.Call) dispatcher.parser().parse(List.of(words)));
        return received.getLast();
    }

    private UsageFailure refusal(String... words) {
        return assertThatExceptionOfType(UsageFailure.class)
                .isThrownBy(() -> input(words))
                .actual();
    }

    @Test
    void keepsSpacesQuotesAndEmptyWordsAsTheyAre() {
        Input input = input("deploy", "a 'b' \"c\"", "-m", "two  words\tand \"quotes\"");

        assertThat(input.get(ENV)).isEqualTo("a 'b' \"c\"");
        assertThat(input.get(MESSAGE)).contains("two  words\tand \"quotes\"");
        assertThat(input("deploy", "", "--message=").get(MESSAGE)).contains("");
    }

    @Test
    void takesOptionsInEveryUsualSpelling() {
        for (List<String> spelling :
                List.of(
                        List.of("-m", "why"),
                        List.of("-mwhy"),
                        List.of("-m=why"),
                        List.of("-dmwhy"),
                        List.of("--message", "why"),
                        List.of("--message=why"))) {
            List<String> words = new ArrayList<>(List.of("deploy", "staging"));
            words.addAll(spelling);

            assertThat(input(words.toArray(String[]::new)).get(MESSAGE))
                    .as(spelling.toString())
                    .contains("why");
        }
    }

    @Test
    void keepsEqualsSignsInsideValues() {
        assertThat(input("deploy", "staging", "--tag=web=v2", "--tag", "api=a=b").get(TAG))
                .containsExactly("web=v2", "api=a=b");
    }

    @Test
    void lastOneCountsWhenAnOptionIsGivenTwice() {
        assertThat(input("deploy", "staging", "-m", "a", "-m", "b").get(MESSAGE)).contains("b");
    }

    @Test
    void twoDashesEndTheOptions() {
        Input input = input("deploy", "--", "--json");

        assertThat(input.get(ENV)).isEqualTo("--json");
        assertThat(input.get(CommonOptions.JSON)).isFalse();
        assertThat(LineParser.wantsJson(List.of("deploy", "--", "--json"))).isFalse();
    }

    @Test
    void aSingleDashIsAnArgument() {
        assertThat(input("deploy", "-").get(ENV)).isEqualTo("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-C dir deploy x",
                "deploy -C dir x",
                "deploy x -Cdir",
                "deploy x --directory=dir"
            })
    void takesTheDirectoryAnywhere(String line) {
        assertThat(input(line.split(" ")).get(CommonOptions.DIRECTORY)).contains(Path.of("dir"));
    }

    @Test
    void flagsTakeNoNextWord() {
        Input input = input("--json", "deploy", "--yes", "production", "-q");

        assertThat(input.get(ENV)).isEqualTo("production");
        assertThat(input.get(CommonOptions.JSON)).isTrue();
        assertThat(input.get(CommonOptions.YES)).isTrue();
        assertThat(input.get(CommonOptions.QUIET)).isTrue();
        assertThat(input.get(DETACH)).isFalse();
    }

    @Test
    void aMissingOptionalArgumentIsEmpty() {
        assertThat(input("deploy", "staging").find(NUMBER)).isEmpty();
        assertThat(input("deploy", "staging", "7").find(NUMBER)).contains(7);
    }

    @Test
    void helpWinsOverEverythingElse() {
        assertThat(parsed("deploy", "--help").command().getName()).isEqualTo("help");
        assertThat(parsed("--help").command().getName()).isEqualTo("help");
        assertThat(parsed("status", "-h", "too", "many").input().arguments())
                .extracting("value")
                .containsExactly("status");
    }

    private Line.Call parsed(String... words) {
        return (Line.Call)
                new LineParser(
                                new Catalogue()
                                        .add(
                                                signature("help", List.of(ENV_OPTIONAL)),
                                                this::receive)
                                        .add(signature("deploy", List.of(ENV)), this::receive)
                                        .add(signature("status", List.of()), this::receive))
                        .parse(List.of(words));
    }

    private static final Argument<String> ENV_OPTIONAL =
            Argument.optional("COMMAND", "Which", Choices.COMMANDS, text -> text);

    @Test
    void noCommandIsASessionPerhapsElsewhere() {
        LineParser parser = new LineParser(catalogue);

        assertThat(parser.parse(List.of())).isEqualTo(new Line.Session(Optional.empty()));
        assertThat(parser.parse(List.of("-C", "shop")))
                .isEqualTo(new Line.Session(Optional.of(Path.of("shop"))));
        assertThat(refusal("--json").getMessage()).isEqualTo("A command is missing.");
    }

    @Test
    void unknownCommandsAreRefusedWithTheNearestOne() {
        UsageFailure refusal = refusal("stauts");

        assertThat(refusal.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(refusal).hasMessage("Unknown command 'stauts'.");
        assertThat(refusal.hint()).startsWith("Did you mean 'status'?\n");
        assertThat(refusal("xyzzy").hint()).isEqualTo("'modmon help' lists the commands.");
        assertThat(refusal("").getMessage()).isEqualTo("Unknown command ''.");
    }

    @Test
    void unknownOptionsAreRefusedWithTheNearestOneAndTheUsage() {
        UsageFailure refusal = refusal("deploy", "staging", "--massage", "x");

        assertThat(refusal).hasMessage("Unknown option '--massage' of 'deploy'.");
        assertThat(refusal.hint())
                .isEqualTo(
                        """
                        Did you mean '--message'?
                        Usage: modmon deploy ENV [N] [--tag REPO=TAG]... [-m WHY] [-d]
                        'modmon help deploy' explains it.\
                        """);
        assertThat(refusal("deploy", "x", "-z")).hasMessage("Unknown option '-z' of 'deploy'.");
        assertThat(refusal("--tag", "a=b", "deploy"))
                .hasMessage("Unknown option '--tag' before the command.");
    }

    @Test
    void wrongCountsAndValuesAreRefused() {
        assertThat(refusal("deploy")).hasMessage("ENV is missing.");
        assertThat(refusal("deploy", "a", "1", "c")).hasMessage("Unexpected argument 'c'.");
        assertThat(refusal("deploy", "a", "-m")).hasMessage("Option '-m' needs a value.");
        assertThat(refusal("deploy", "a", "--json=false"))
                .hasMessage("Option '--json' takes no value.");
        assertThat(refusal("deploy", "a", "many")).hasMessageStartingWith("N: ");
    }

    @Test
    void namesMayHaveSeveralWords() {
        assertThat(input("add", "service", "redis").get(ENV)).isEqualTo("redis");
        assertThat(input("add", "--json", "repo", "-m", "why", "x").get(ENV)).isEqualTo("x");
    }

    @Test
    void saysWhatMayFollowWordsThatBeginAName() {
        assertThat(refusal("add"))
                .hasMessage("'add' what?")
                .extracting(UsageFailure::hint)
                .asString()
                .startsWith("One of: add service, add repo.");
        assertThat(refusal("add", "servce"))
                .hasMessage("Unknown command 'add servce'.")
                .extracting(UsageFailure::hint)
                .asString()
                .contains("Did you mean 'add service'?");
        assertThat(refusal("ad"))
                .extracting(UsageFailure::hint)
                .asString()
                .contains("Did you mean 'add'?");
    }
}
