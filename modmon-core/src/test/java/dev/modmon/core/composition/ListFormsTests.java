package dev.modmon.core.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlScalar;
import dev.modmon.core.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListFormsTests {
    private static final Place PLACE = new Place("modmon.yaml", 1, 1);

    @Test
    void leavesOpenVariablesOutOfKeysAndInValues() {
        YamlScalar open =
                ComposedText.open(YamlScalar.text(PLACE, ""), "a.${NAME}.$${b}=${HOME}/$$x");

        YamlMapping mapping =
                (YamlMapping) ListForms.asMapping(new YamlSequence(PLACE, "", List.of(open)), "=");

        assertThat(mapping.toPlain()).containsExactly(Map.entry("a..${b}", "${HOME}/$$x"));
    }

    @Test
    void takesDollarsOfLiteralTextsAsTheyAre() {
        YamlScalar literal = YamlScalar.text(PLACE, "a${b}$$=c");

        YamlMapping mapping =
                (YamlMapping)
                        ListForms.asMapping(new YamlSequence(PLACE, "", List.of(literal)), "=");

        assertThat(mapping.byKey().keySet()).containsExactly("a${b}$$");
    }
}
