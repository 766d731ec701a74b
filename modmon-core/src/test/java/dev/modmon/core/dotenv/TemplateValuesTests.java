package dev.modmon.core.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.expression.Rendered;
import dev.modmon.core.expression.Scope;
import dev.modmon.core.expression.Value;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateValuesTests {
    private static final Scope SCOPE =
            Scope.of(
                    Map.of(
                            "ENV", Value.text("production"),
                            "PRICE", Value.text("$5 ${X}"),
                            "SECRETS", Value.openGroup("secrets", _ -> Value.secret("S"))));

    private final Diagnostics diagnostics = new Diagnostics();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{{ENV}}_index, production_index",
                "$ONE-{{ENV}}-${ONE}, 1-production-1",
                "{{PRICE}}$ONE, $5 ${X}1",
                "${NONE:-{{ENV}}}, production",
                "${EMPTY:-{{PRICE}}}$$, $5 ${X}$",
                "'$ONE{{ENV}}', $ONEproduction",
                "\"\\$ONE {{ENV}}\", $ONE production",
                "$${{ENV}}, $production",
                "${{ENV}}, $production",
                "{{'$ONE'}}$ONE, $ONE1",
            })
    void putsExpressionsAndEarlierVariablesIn(String value, String expected) {
        assertThat(values("ONE=1\nEMPTY=\nA=" + value).get("A"))
                .isEqualTo(Rendered.plain(expected));
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{{SECRETS['x']}}, ${S}",
                "pre-$PASS-$$5, pre-${S}-$$5",
                "${PASS:-x}, ${S}",
                "${NONE:-$PASS}{{PRICE}}, ${S}$$5 $${X}",
                "'{{SECRETS['x']}}$', ${S}$$",
            })
    void keepsSecretsSecret(String value, String expected) {
        assertThat(values("PASS={{SECRETS['x']}}\nA=" + value).get("A"))
                .isEqualTo(new Rendered(expected, true));
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void choosesByWhetherASecretIsThereButNeverByItsText() {
        assertThat(values("PASS={{SECRETS['x']}}\nA=${PASS:+given}").get("A"))
                .isEqualTo(Rendered.plain("given"));
    }

    @Test
    void tellsTheExactPlaceOfAMistake() {
        values("A=\"\\$x$A {{ENVV}}\"\nB=${A}${\nC={{ENV");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code, it -> it.place().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "expression.unknown-name", "e.env:1:12"),
                        org.assertj.core.groups.Tuple.tuple("variable.syntax", "e.env:2:7"),
                        org.assertj.core.groups.Tuple.tuple("expression.unclosed", "e.env:3:3"));
    }

    @Test
    void warnsOfAVariableThatIsNotSetBefore() {
        SequencedMap<String, Rendered> values = values("A=x${B}y\nB=1\nC");

        assertThat(values).doesNotContainKey("C").containsEntry("A", Rendered.plain("xy"));
        assertThat(diagnostics.all())
                .extracting(Diagnostic::code, Diagnostic::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "variable.undefined", new Place("e.env", 1, 4)),
                        org.assertj.core.groups.Tuple.tuple(
                                "env.no-value", new Place("e.env", 3, 1)));
    }

    @Test
    void doesNotShowASecretInAMessage() {
        values("PASS={{SECRETS['x']}}\nA=${B:?see $PASS}");

        assertThat(diagnostics.all()).extracting(Diagnostic::hint).containsExactly("see …");
    }

    @Test
    void refusesValuesThatGrowBeyondWhatAProcessCanTake() {
        StringBuilder text = new StringBuilder("V0=xxxxxxxxxxxxxxxx\n");
        for (int i = 1; i < 40; i++) {
            text.append("V%d=$V%d$V%2$d$V%2$d$V%2$d\n".formatted(i, i - 1));
        }
        values(text.toString());

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsOnly("env.too-long");
    }

    @Test
    void endsWithValuesOrMistakesWhateverIsWritten() {
        Random random = new Random(11);
        String[] pieces = {
            "A",
            "=",
            ":",
            "'",
            "\"",
            "\\",
            "\n",
            " ",
            "#",
            "$",
            "{",
            "}",
            "{{",
            "}}",
            "${A",
            ":-",
            "?",
            "ENV",
            "SECRETS['x']",
            "export ",
            "\r",
            "\0",
            "\\$",
            "ä",
            "\ufdd0",
            "0",
            "B=$A\n",
            "\t"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Diagnostics found = new Diagnostics();
            DotenvFile file =
                    new DotenvReader(DotenvSyntax.EXPRESSIONS, found)
                            .read(new SourceFile("e.env", text.toString()));
            TemplateValues.of(file, SCOPE)
                    .all(found)
                    .forEach((name, value) ->
                            assertThat(value.text()).as(text.toString()).doesNotContain("\ufdd0"));
            assertThat(found.all())
                    .allSatisfy(it -> assertThat(it.place().file()).isEqualTo("e.env"));
        }
    }

    @Test
    void reportsOnlyWhatIsAskedFor() {
        TemplateValues values = TemplateValues.of(read("A={{ENVV}}\nB=$A-{{ENV}}"), SCOPE);

        assertThat(values.find("B", diagnostics)).contains(Rendered.plain("-production"));
        assertThat(values.find("Z", diagnostics)).isEmpty();
        assertThat(diagnostics.all()).isEmpty();
        assertThat(values.find("A", diagnostics)).isEmpty();
        assertThat(diagnostics.all()).hasSize(1);
    }

    private SequencedMap<String, Rendered> values(String text) {
        return TemplateValues.of(read(text), SCOPE).all(diagnostics);
    }

    private DotenvFile read(String text) {
        return new DotenvReader(DotenvSyntax.EXPRESSIONS, diagnostics)
                .read(new SourceFile("e.env", text));
    }
}
