package dev.modmon.core.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotenvReaderTests {
    private final Diagnostics diagnostics = new Diagnostics();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "A={{ENV === 'a # b' ? '#' : \"x\"}} # c, {{ENV === 'a # b' ? '#' : \"x\"}}",
                "A='{{DB['x'].HOST}}', {{DB['x'].HOST}}",
                "A=\"{{ENV == \"x\"}}\", {{ENV == \"x\"}}",
                "A=\"{{'\\n'}}\\t\", `{{'\\n'}}\t`",
                "A={{ENV # c, {{ENV",
            })
    void leavesExpressionsAsTheyAre(String line, String value) {
        assertThat(value(read(line, DotenvSyntax.EXPRESSIONS), "A").text()).isEqualTo(value);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void knowsExpressionsOnlyWhereThereAreSome() {
        assertThat(value(read("A={{'a # b'}}", DotenvSyntax.VARIABLES), "A").text())
                .isEqualTo("{{'a");
    }

    @Test
    void takesADollarAsSuchWhereThereAreNoVariables() {
        DotenvFile file = read("A=\"\\$x$y\"\nB=$$x\nC='$x'", DotenvSyntax.LITERAL);

        assertThat(value(file, "A"))
                .returns("$x$y", DotenvValue::text)
                .matches(it -> !it.interpolated());
        assertThat(value(file, "B"))
                .returns("$$x", DotenvValue::text)
                .matches(it -> !it.interpolated());
        assertThat(value(file, "C"))
                .returns("$x", DotenvValue::text)
                .matches(it -> !it.interpolated());
    }

    @Test
    void passesOverCommentsAndEmptyLines() {
        assertThat(read("# x\n\n   # y\nA=1\r\nB=2\r\n").byName()).containsOnlyKeys("A", "B");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void readsValuesOfSeveralLines() {
        DotenvFile file = read("A=\"one\n# two\n\tthree\" # comment\nB='x\ny'\nC=1");

        assertThat(value(file, "A").text()).isEqualTo("one\n# two\n\tthree");
        assertThat(value(file, "B").text()).isEqualTo("x\ny");
        assertThat(file.byName()).containsOnlyKeys("A", "B", "C");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void knowsWhereEachCharacterStands() {
        DotenvValue plain = value(read("A=xy"), "A");
        DotenvFile file = read("\nexport A=\"\\n\\$x\ny\\0101z\"");
        DotenvValue quoted = value(file, "A");

        assertThat(plain.placeAt(1)).isEqualTo(new Place("e.env", 1, 4));
        assertThat(plain.placeAt(2)).isEqualTo(new Place("e.env", 1, 5));
        assertThat(file.entries().getFirst().place()).isEqualTo(new Place("e.env", 2, 8));
        assertThat(quoted.text()).isEqualTo("\n$$x\nyAz");
        assertThat(quoted.placeAt(0)).isEqualTo(new Place("e.env", 2, 11));
        assertThat(quoted.placeAt(1)).isEqualTo(new Place("e.env", 2, 13));
        assertThat(quoted.placeAt(2)).isEqualTo(new Place("e.env", 2, 13));
        assertThat(quoted.placeAt(3)).isEqualTo(new Place("e.env", 2, 15));
        assertThat(quoted.placeAt(6)).isEqualTo(new Place("e.env", 3, 2));
        assertThat(quoted.placeAt(7)).isEqualTo(new Place("e.env", 3, 7));
        assertThat(quoted.placeAt(8)).isEqualTo(new Place("e.env", 3, 8));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "just words, 1, env.syntax",
                "A=x\0y, 4, env.bad-character",
                "A='x\ufdd0y', 5, env.bad-character",
                "A/B=x, 1, env.bad-name",
                "A B=x, 1, env.bad-name",
                "=x, 1, env.bad-name",
                "'x'=y, 1, env.bad-name",
                "A='x'y, 6, env.text-after-quote",
                "A='x' y, 7, env.text-after-quote",
                "A='a''b', 6, env.text-after-quote",
                "A='x'=2, 6, env.text-after-quote",
                "A=\"x\\, 3, env.open-quote",
            })
    void tellsWhatIsWrongWithALine(String line, int column, String code) {
        read("OK=1\n" + line + "\nALSO=2");

        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo(code);
                    assertThat(it.place()).isEqualTo(new Place("e.env", 2, column));
                });
    }

    @Test
    void readsOnBehindAMistake() {
        assertThat(read("no good\nA=1\nB='open\nC=3").byName()).containsOnlyKeys("A", "C");
        assertThat(diagnostics.all()).hasSize(2);
    }

    @Test
    void warnsOfAVariableThatIsSetTwice() {
        assertThat(value(read("A=1\nA=2"), "A").text()).isEqualTo("2");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        """
                        e.env:2:1 [WARNING] Variable 'A' is set twice; this one counts. | env.duplicate-variable
                          The one before is in line 1; keep one of them.\
                        """);
    }

    @Test
    void stopsAfterTooManyMistakes() {
        read("no good\n".repeat(100_000));

        assertThat(diagnostics.all()).hasSize(101);
    }

    @Test
    void readsHostileFilesInAnInstant() {
        read("A={{'}}\n".repeat(100_000));
        read("A=" + "{{'}}".repeat(100_000));
        read("A=" + "{{".repeat(500_000));
        read("A='\\'\n".repeat(100_000));

        assertThat(diagnostics.all()).isNotEmpty();
    }

    @Test
    void neverShowsAValue() {
        assertThat(read("A=s3cret").toString()).doesNotContain("s3cret");
    }

    private static DotenvValue value(DotenvFile file, String name) {
        return Objects.requireNonNull(Objects.requireNonNull(file.byName().get(name)).value());
    }

    private DotenvFile read(String text) {
        return read(text, DotenvSyntax.EXPRESSIONS);
    }

    private DotenvFile read(String text, DotenvSyntax syntax) {
        return new DotenvReader(syntax, diagnostics).read(new SourceFile("e.env", text));
    }
}
