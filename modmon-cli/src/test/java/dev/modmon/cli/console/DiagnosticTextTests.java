package dev.modmon.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.TestConsole;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiagnosticTextTests {
    private static final String YAML = ".modmon/modmon.yaml";
    private static final String ENV = ".env/staging.env";
    private static final Map<String, String> FILES =
            Map.of(
                    YAML,
                    "version: 1.0\nenviroments:\n\n\n\n\n\n\n  staging: {urll: x}\n",
                    ENV,
                    "A={{ENVV}}\n");

    private static final Diagnostic KEY =
            Diagnostic.error(
                    "config.unknown-key",
                    new Place(YAML, 2, 1),
                    "Unknown key 'enviroments' in .modmon/modmon.yaml.",
                    "Did you mean 'environments'?");
    private static final Diagnostic URL =
            Diagnostic.warning("config.odd", new Place(YAML, 9, 13), "This key is odd.", "");
    private static final Diagnostic NAME =
            Diagnostic.error(
                    "expression.unknown-name",
                    new Place(ENV, 1, 5),
                    "Nothing is called 'ENVV' here.",
                    "Did you mean 'ENV'?");

    @Test
    void groupsByFileAndMarksWhatIsMeant() {
        assertThat(printed(TestConsole.piped(), URL, NAME, KEY))
                .isEqualTo(
                        """
                        .env/staging.env (1 error)

                        error[expression.unknown-name]: Nothing is called 'ENVV' here.
                         --> .env/staging.env:1:5
                          |
                        1 | A={{ENVV}}
                          |     ^^^^
                          = hint: Did you mean 'ENV'?

                        .modmon/modmon.yaml (1 error, 1 warning)

                        error[config.unknown-key]: Unknown key 'enviroments' in .modmon/modmon.yaml.
                         --> .modmon/modmon.yaml:2:1
                          |
                        2 | enviroments:
                          | ^^^^^^^^^^^
                          = hint: Did you mean 'environments'?

                        warning[config.odd]: This key is odd.
                         --> .modmon/modmon.yaml:9:13
                          |
                        9 |   staging: {urll: x}
                          |             ^^^^

                        2 errors, 1 warning in 2 files.
                        """);
    }

    @Test
    void alignsLineNumbersWithinAFile() {
        Diagnostic late =
                Diagnostic.error("a.b", new Place(YAML, 1_000, 1), "Line 1000 is wrong.", "");

        assertThat(printed(TestConsole.piped(), KEY, late))
                .contains(
                        "\n    --> .modmon/modmon.yaml:2:1\n     |\n   2 | enviroments:\n     | ^^^")
                .contains("\n    --> .modmon/modmon.yaml:1000:1\n\n");
    }

    @Test
    void saysWhatIsWrongWithAFileAsAWhole() {
        Diagnostic missing =
                Diagnostic.error(
                        "environment.no-env-file",
                        Place.ofFile(".env/x.env"),
                        "Environment 'x' has no file .env/x.env.",
                        "Create it; it may be empty.");

        assertThat(printed(TestConsole.piped(), missing))
                .isEqualTo(
                        """
                        .env/x.env (1 error)

                        error[environment.no-env-file]: Environment 'x' has no file .env/x.env.
                          = hint: Create it; it may be empty.

                        1 error.
                        """);
    }

    @Test
    void wrapsSentencesOnATerminal() {
        Diagnostic wordy =
                Diagnostic.error(
                        "a.b",
                        new Place(ENV, 1, 1),
                        "This is a sentence that has more words in it than a narrow terminal can show.",
                        "And its hint is just as wordy as the sentence that it belongs to.");

        String printed = printed(TestConsole.terminal(50), wordy);

        assertThat(printed)
                .contains(
                        """
                        error[a.b]: This is a sentence that has more words
                          in it than a narrow terminal can show.
                        """)
                .contains(
                        """
                          = hint: And its hint is just as wordy as the
                              sentence that it belongs to.
                        """);
        assertThat(printed.lines()).allMatch(line -> line.length() <= 50);
    }

    @Test
    void paintsOnATerminalOnly() {
        assertThat(printed(TestConsole.colourful(), KEY))
                .contains("\033[31merror\033[0m", "\033[31m^^^^^^^^^^^\033[0m");
        assertThat(printed(TestConsole.piped(), KEY)).doesNotContain("\033");
    }

    @Test
    void neverSendsControlCharactersOfOthers() {
        Diagnostic hostile =
                Diagnostic.error(
                        "a.b",
                        new Place("evil\033]0;x\007.yaml", 1, 1),
                        "Name 'a\033[2Jb\nerror: forged' is not one.",
                        "Use \u202e'x'.");

        String printed = printed(TestConsole.piped(), hostile);

        assertThat(printed.chars().filter(c -> c != '\n')).allMatch(c -> c >= ' ' && c != 0x202e);
        assertThat(printed).contains("Name 'a␛[2Jb␊error: forged' is not one.");
    }

    private static String printed(TestConsole console, Diagnostic... diagnostics) {
        new DiagnosticText(console.console(), path -> Optional.ofNullable(FILES.get(path)))
                .print(List.of(diagnostics));
        return console.err();
    }
}
