package dev.modmon.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTests {
    private static final Scope SCOPE =
            Scope.of(
                    Map.of(
                            "ENV", Value.text("production"),
                            "URL", Value.absent("Environment 'production' has no url.", "Add one."),
                            "SECRETS",
                                    Value.openGroup(
                                            "secrets",
                                            name -> Value.secret("S_" + name.toUpperCase())),
                            "DB",
                                    Value.group(
                                            "databases",
                                            Map.of(
                                                    "app_db",
                                                    Value.group(
                                                            "fields",
                                                            Map.of(
                                                                    "HOST", Value.text("postgres"),
                                                                    "PASS", Value.secret("P")))))));

    private final Diagnostics diagnostics = new Diagnostics();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, plain",
                "{{ENV}}, production",
                "{{ ENV }}_search_index, production_search_index",
                "{{ENV != 'production' && ENV != 'staging'}}, false",
                "{{ENV === 'production'}}, true",
                "{{ENV === 'production' ? 'error' : 'debug'}}, error",
                "{{DB['app_db'].HOST}}, postgres",
                "{{DB.app_db['HOST']}}, postgres",
                "{{DB['app' + '_db'].HOST}}, postgres",
                "{{1 + 2}}, 3",
                "{{1.50 + 0.5}}, 2",
                "{{0.1 + 0.2}}, 0.3",
                "{{100}}, 100",
                "{{1 + '2'}}, 12",
                "{{'a' + true}}, atrue",
                "{{1 === 1.0}}, true",
                "{{1 === '1'}}, false",
                "{{1 !== '1'}}, true",
                "{{1 == '1'}}, true",
                "{{true == 'true'}}, true",
                "{{true != 'false'}}, true",
                "{{2 < 10}}, true",
                "{{'2' < '10'}}, false",
                "{{2 <= 2 && 3 >= 3 && 4 > 3}}, true",
                "{{!true || !false}}, true",
                "{{true || false && false}}, true",
                "{{(true || false) && false}}, false",
                "{{1 + 1 == 2 ? 'y' : 'n'}}, y",
                "{{false ? 1 : false ? 2 : 3}}, 3",
                "{{ENV === 'production' ? 'x' : URL}}, x",
                "{{'}}'}}, }}",
                "{{'{{'}}, {{",
                "{{\"it's\"}}, it's",
                "{{'it\\'s'}}, it's",
                "a }} b, a }} b",
                "$HOME, $HOME",
            })
    void rendersText(String template, String expected) {
        assertThat(render(template)).contains(new Rendered(expected, false));
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{{SECRETS['a']}}, ${S_A}",
                "{{SECRETS['a'] + 1}}, ${S_A}1",
                "{{'postgres://u:' + DB['app_db'].PASS + '@h'}}, postgres://u:${P}@h",
                "x{{SECRETS['a']}}y{{SECRETS['b']}}z, x${S_A}y${S_B}z",
                "$5 {{SECRETS['a'] + '$'}}, $$5 ${S_A}$$",
                "{{ENV === 'production' ? SECRETS['a'] : SECRETS['b']}}, ${S_A}",
            })
    void keepsSecretsSecret(String template, String expected) {
        assertThat(render(template)).contains(new Rendered(expected, true));
    }

    @Test
    void neverShowsASecretValue() {
        assertThat(render("x{{SECRETS['a']}}").orElseThrow().toString()).isEqualTo("••••••");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{SECRETS['a'] == 'x'}}",
                "{{SECRETS['a'] !== SECRETS['a']}}",
                "{{'x' < SECRETS['a']}}",
                "{{!SECRETS['a']}}",
                "{{SECRETS['a'] && true}}",
                "{{SECRETS['a'] ? 1 : 2}}",
                "{{('x' + SECRETS['a']) == 'x'}}",
                "{{DB['x' + SECRETS['a']]}}"
            })
    void letsNoSecretDecideAnything(String template) {
        assertThat(render(template)).isEmpty();
        assertThat(codes()).containsExactly("expression.secret-compared");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ab{{ENVV}}, 5, expression.unknown-name",
                "{{DB['cache_db'].HOST}}, 6, expression.unknown-name",
                "{{DB['app_db'].PORT}}, 16, expression.unknown-name",
                "{{true ? 1 : DB.x.HOST}}, 17, expression.unknown-name",
                "{{ENV.x}}, 7, expression.no-members",
                "{{DB[1]}}, 6, expression.bad-index",
                "{{DB}}, 3, expression.no-value",
                "{{DB['app_db']}}, 6, expression.no-value",
                "{{URL}}, 3, expression.no-value",
                "{{ENV ? 1 : 2}}, 3, expression.not-a-condition",
                "{{true && 1}}, 11, expression.not-a-condition",
                "{{1 < '2'}}, 5, expression.not-ordered",
                "{{}}, 3, expression.syntax",
                "{{1 +}}, 6, expression.syntax",
                "{{1 2}}, 5, expression.syntax",
                "{{f(1)}}, 3, expression.syntax",
                "{{ENV = 'x'}}, 7, expression.syntax",
                "{{a & b}}, 5, expression.syntax",
                "{{'abc}}, 3, expression.syntax",
                "{{'a\\qb'}}, 5, expression.syntax",
                "{{(1}}, 5, expression.syntax",
                "{{DB['x'}}, 9, expression.syntax",
                "{{DB.'x'}}, 6, expression.syntax",
                "{{true ? 1}}, 11, expression.syntax",
                "{{1 * 2}}, 5, expression.syntax",
                "x {{ENV, 3, expression.unclosed",
            })
    void tellsTheExactColumnOfAMistake(String template, int column, String code) {
        assertThat(render(template)).isEmpty();
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo(code);
                    assertThat(it.place()).isEqualTo(new Place("e", 1, column));
                });
    }

    @Test
    void suggestsTheNameThatWasMeant() {
        render("{{DB['app_dv'].HOST}}{{SECRET['x']}}");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "e:1:6 [ERROR] There is no 'app_dv' among the databases. | expression.unknown-name\n"
                                + "  Did you mean 'app_db'?",
                        "e:1:24 [ERROR] Nothing is called 'SECRET' here. | expression.unknown-name\n"
                                + "  Did you mean 'SECRETS'?");
    }

    @Test
    void reportsTheMistakesOfAllExpressionsAtOnce() {
        render("{{a}} {{b}} {{c ? d : e}}");

        assertThat(diagnostics.all()).hasSize(5);
    }

    @Test
    void boundsDepth() {
        render("{{" + "(".repeat(200) + "1" + ")".repeat(200) + "}}");
        render("{{" + "!".repeat(200) + "true}}");
        render("{{" + "true?".repeat(200) + "1" + ":1".repeat(200) + "}}");
        render("{{" + "ENV[".repeat(200) + "}}");

        assertThat(codes()).isNotEmpty().containsOnly("expression.too-deep");
    }

    @Test
    void boundsLength() {
        render("{{1" + "+1".repeat(1_000) + "}}");

        assertThat(codes()).containsExactly("expression.too-long");
    }

    @Test
    void evaluatesTheLongestAndDeepestInAnInstant() {
        String deep = "(".repeat(90) + "true" + " == true)".repeat(90);

        assertThat(render("{{" + deep + "}}")).contains(new Rendered("true", false));
        assertThat(render("{{1" + "+1".repeat(998) + "}}")).contains(new Rendered("999", false));
    }

    @Test
    void endsWithAResultOrAMistakeWhateverIsWritten() {
        Random random = new Random(7);
        String[] pieces = {
            "{{",
            "}}",
            "ENV",
            "DB",
            "[",
            "]",
            "'app_db'",
            ".",
            "HOST",
            "(",
            ")",
            "!",
            "&&",
            "===",
            "?",
            ":",
            "+",
            "1",
            "true",
            "'",
            "\"",
            "\\",
            " ",
            "$",
            "SECRETS['x']",
            "<",
            "ä"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("{{");
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Diagnostics found = new Diagnostics();
            Optional<Rendered> rendered = render(text.append("}}").toString(), found);
            assertThat(rendered.isPresent()).as(text.toString()).isNotEqualTo(found.hasErrors());
        }
    }

    private Optional<Rendered> render(String text) {
        return render(text, diagnostics);
    }

    private static Optional<Rendered> render(String text, Diagnostics diagnostics) {
        return Template.parse(text, new Place("e", 1, 1)::right, diagnostics)
                .flatMap(template -> template.render(SCOPE, diagnostics));
    }

    private java.util.List<String> codes() {
        return diagnostics.all().stream().map(Diagnostic::code).toList();
    }
}
