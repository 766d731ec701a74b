package dev.modmon.core.interpolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `A` is `1`, `C` is empty, all else is not defined. Each result is what `docker compose config` 2.26 gives.
class InterpolationTests {
    private final Diagnostics diagnostics = new Diagnostics();
    private int undefined;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, plain",
                "x${A}y$A, x1y1",
                "$A.b $A-b $A}, 1.b 1-b 1}",
                "$$A $$$A $$$$A, $A $1 $$A",
                "$${A} $$${A}, ${A} $1",
                "\\${A}, \\1",
                "$, $",
                "a$, a$",
                "$ {A} $(x) $9 $é, $ {A} $(x) $9 $é",
                "${C-x}, ``",
                "${C:-x}, x",
                "${C+x}, x",
                "${C:+x}, ``",
                "${C?x}, ``",
                "${A+x}${A:+x}, xx",
                "${B+x}${B:+x}, ``",
                "${_A-q}, q",
                "${B-${B-c}}, c",
                "${B:-${B:-${B:-deep}}}, deep",
                "${B-x:-y}, x:-y",
                "${B:-x?y}, x?y",
                "${B:-x:?y}, x:?y",
                "${A:+x:-y}, x:-y",
                "${B-x:+y}, x:+y",
                "${B:-$$x}, $x",
                "${B:-a$}, a$",
                "${B:-$}, $",
                "${B:-${A}}}, 1}",
                "${B:-{}}, {}",
                "${B:-{a: ${A}}}, {a: 1}",
                "${B:-a}b}, ab}",
                "${B-}}, }",
                "${A-}x}, 1x}",
                "${B:-\\}}, \\}",
                "${A:+?}${B-+x}${A+-}, ?+x-",
                "${A:-$${x}}, 1",
                "${B:-a b}, a b",
            })
    void putsValuesIn(String text, String expected) {
        assertThat(render(text)).contains(expected);
        assertThat(diagnostics.all()).isEmpty();
        assertThat(undefined).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "x${B}$B$Ab, x<${B}><$B><$Ab>",
                "${A:-$B}, 1",
                "${a}, <${a}>",
            })
    void asksWhatStandsForAVariableThatNothingDefines(String text, String expected) {
        assertThat(render(text)).contains(expected);
        assertThat(undefined).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xy${A:x}",
                "xy${B=x}",
                "xy${B:=x}",
                "xy${1A}",
                "xy${A.B}",
                "xy${ A }",
                "xy${A }",
                "xy${B:-x\ny}",
                "xy${A",
                "xy${",
                "xy${}",
                "xy${é}",
                "xy${!A}",
                "xy${A%x}",
                "xy${A:0:1}",
                "xy${B:+${A}"
            })
    void refusesWhatIsNoVariable(String text) {
        assertThat(render(text)).isEmpty();
        assertThat(diagnostics.all())
                .extracting(Diagnostic::code, Diagnostic::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "variable.syntax", new Place("f", 1, 3)));
    }

    @Test
    void pointsToAMistakeWithinAnArgument() {
        render("${A:-${B:-${}}}");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::place)
                .containsExactly(new Place("f", 1, 11));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "${B?err}, err",
                "${B:?must be ${A}}, must be 1",
                "${C:?}, ``",
                "${A:-${B?no}}, no",
                "${B:+${B?no}}, no",
                "${B?-}, -",
            })
    void demandsARequiredValue(String text, String reason) {
        assertThat(render(text)).isEmpty();
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo("variable.required");
                    assertThat(it.hint()).isEqualTo(reason);
                });
    }

    @Test
    void boundsDepthAndLength() {
        assertThat(render("${B:-".repeat(10_000) + "}".repeat(10_000))).isEmpty();
        assertThat(render("$LONG".repeat(2_000))).isEmpty();

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("variable.syntax", "variable.too-long");
    }

    private Optional<String> render(String text) {
        Map<String, String> values = Map.of("A", "1", "C", "", "LONG", "x".repeat(1_000));
        Variables variables =
                new Variables() {
                    @Override
                    public Optional<String> find(String name) {
                        return Optional.ofNullable(values.get(name));
                    }

                    @Override
                    public String undefined(String name, String written, Place place) {
                        undefined++;
                        return "<" + written + ">";
                    }
                };
        return Interpolation.parse(text, new Place("f", 1, 1)::right, diagnostics)
                .flatMap(it -> it.render(variables, diagnostics));
    }
}
