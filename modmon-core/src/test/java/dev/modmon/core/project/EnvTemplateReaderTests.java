package dev.modmon.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.EnvTemplate.Variable;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvTemplateReaderTests {
    private final Diagnostics diagnostics = new Diagnostics();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "A=b, b",
                "A=, ``",
                "  export A = b c  , b c",
                "A=b # comment, b",
                "A=b#c, b#c",
                "A=# comment, ``",
                "A='b # c' # d, b # c",
                "A='it\\n', it\\n",
                "A=\"say \\\"x\\\" \\$5\", say \"x\" $5",
                "A=\"C:\\dir\", C:\\dir",
                "A={{ENV === 'a # b' ? '#' : \"x\"}} # c, {{ENV === 'a # b' ? '#' : \"x\"}}",
                "A='{{DB['x'].HOST}}', {{DB['x'].HOST}}",
                "A=\"{{ENV == \"x\"}}\", {{ENV == \"x\"}}",
                "A=a=b, a=b",
                "A=it's, it's",
            })
    void readsAValue(String line, String value) {
        assertThat(read(line).variables().get("A").value()).isEqualTo(value);
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void passesOverCommentsAndEmptyLines() {
        assertThat(read("# x\n\n   # y\nA=1\r\nB=2\r\n").variables()).containsOnlyKeys("A", "B");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void knowsWhereEachCharacterStands() {
        Variable plain = read("A=xy").variables().get("A");
        Variable quoted = read("\nexport A=\"\\n\\tx\"").variables().get("A");

        assertThat(plain.placeAt(1)).isEqualTo(new Place("e.env", 1, 4));
        assertThat(quoted.place()).isEqualTo(new Place("e.env", 2, 8));
        assertThat(quoted.placeAt(0)).isEqualTo(new Place("e.env", 2, 11));
        assertThat(quoted.placeAt(2)).isEqualTo(new Place("e.env", 2, 15));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "nonsense, 1, env.syntax",
                "A=x\u0007y, 1, env.bad-character",
                "1A=x, 1, env.bad-name",
                "A='x, 3, env.open-quote",
                "A='x'y, 6, env.text-after-quote",
                "A=\"x\\\", 3, env.open-quote",
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
    void refusesToSetAVariableTwice() {
        assertThat(read("A=1\nA=2").variables().get("A").value()).isEqualTo("1");

        assertThat(diagnostics.all())
                .extracting(it -> it.code())
                .containsExactly("env.duplicate-variable");
    }

    private EnvTemplate read(String text) {
        return new EnvTemplateReader(diagnostics).read(new SourceFile("e.env", text));
    }
}
