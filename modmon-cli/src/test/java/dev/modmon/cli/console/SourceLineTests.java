package dev.modmon.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceLineTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    comand: [serve]                  | comand
                    image: shop:{tag}                | image
                    ports: # those of the host       | ports
                    "a \\" b": c                     | "a \\" b"
                    'it': c                          | 'it'
                    text with spaces # and a comment | text with spaces
                    http://host:80/path              | http://host:80/path
                    """)
    void marksAKeyOrValueOfYaml(String line, String token) {
        assertThat(marked(line, 1, true)).isEqualTo(token.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    keys: [alex, sarah] | 8  | alex
                    keys: [alex, sarah] | 14 | sarah
                    a: {b: c, d: e}     | 8  | c
                    a: "{{ENVV}}"       | 7  | ENVV
                    """)
    void marksAnItemInBrackets(String line, int column, String token) {
        assertThat(marked(line.strip(), column, true)).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    A={{SERVICES['apy'].URL}} | 5  | SERVICES
                    A={{SERVICES['apy'].URL}} | 14 | 'apy'
                    A={{SERVICES['apy'].URL}} | 21 | URL
                    A={{ENV === 'x'}}         | 9  | =
                    9A=x                      | 1  | 9A
                    A=some text # comment     | 3  | some text
                    A=http://x/#y             | 3  | http://x/#y
                    """)
    void marksAPieceOfAnEnvFile(String line, int column, String token) {
        assertThat(marked(line.strip(), column, false)).isEqualTo(token);
    }

    @Test
    void marksOneColumnAtTheEndOfTheLine() {
        SourceLine shown = SourceLine.of("key", 4, true, 80);

        assertThat(shown.text()).isEqualTo("key");
        assertThat(shown.marksBelow()).isEqualTo("   ^");
    }

    @Test
    void marksNothingWhereThePlaceIsNotInTheLine() {
        assertThat(SourceLine.of("key", 5, true, 80).marks()).isZero();
        assertThat(SourceLine.of("key", 0, true, 80).marksBelow()).isEmpty();
    }

    @Test
    void showsTabsAsSpacesSoThatTheMarkIsRightOnEveryTerminal() {
        SourceLine shown = SourceLine.of("\tA\tB=x", 4, false, 80);

        assertThat(shown.text()).isEqualTo("    A   B=x");
        assertThat(shown.marksBelow()).isEqualTo("        ^");
    }

    @Test
    void countsWideCharactersTwiceAndCombiningOnesNot() {
        assertThat(SourceLine.of("日本: x", 5, true, 80).marksBelow()).isEqualTo("      ^");
        assertThat(SourceLine.of("e\u0301a: x", 5, true, 80).marksBelow()).isEqualTo("   ^");
        assertThat(SourceLine.of("😀: x", 4, true, 80).marksBelow()).isEqualTo("    ^");
        assertThat(SourceLine.of("日本: x", 1, true, 80).marksBelow()).isEqualTo("^^^^");
    }

    @Test
    void cutsALongLineAroundItsMarks() {
        String line = "a".repeat(300) + " key: " + "b".repeat(300);

        SourceLine shown = SourceLine.of(line, 302, true, 40);

        assertThat(Columns.of(shown.text())).isLessThanOrEqualTo(40);
        assertThat(shown.text()).startsWith("…aa").contains(" key: bb").endsWith("b…");
        assertThat(under(shown)).isEqualTo("key");
    }

    @Test
    void cutsALineOfMillionsOfCharacters() {
        String line = "日".repeat(2_000_000) + " key: " + "日".repeat(2_000_000);

        SourceLine shown = SourceLine.of(line, 2_000_002, true, 60);

        assertThat(Columns.of(shown.text())).isLessThanOrEqualTo(60);
        assertThat(shown.text()).contains(" key: ");
    }

    @Test
    void marksNoMoreOfALongTokenThanIsShown() {
        SourceLine shown = SourceLine.of("key: " + "v".repeat(500), 6, true, 40);

        assertThat(shown.text()).startsWith("key: vvv").endsWith("v…");
        assertThat(shown.marksBelow().length()).isLessThanOrEqualTo(40);
    }

    @Test
    void sendsNoControlCharacterToTheTerminal() {
        SourceLine shown =
                SourceLine.of("a\u001b[31m\u202e\u0007\u007f\u009b\u2028: x", 1, true, 80);

        assertThat(shown.text()).isEqualTo("a␛[31m\ufffd␇␡\ufffd\ufffd: x");
    }

    private static String marked(String line, int column, boolean yaml) {
        return under(SourceLine.of(line, column, yaml, 80));
    }

    private static String under(SourceLine shown) {
        return shown.text().substring(shown.indent(), shown.indent() + shown.marks());
    }
}
