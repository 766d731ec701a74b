package dev.modmon.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.SourceFile;
import org.junit.jupiter.api.Test;

class YamlFieldsTests {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void readsNumbersAsTextAsTheyAreSpelled() {
        assertThat(fields("version: 1.0").text("version")).map(Located::value).contains("1.0");
    }

    @Test
    void countsNullAsAbsent() {
        YamlFields fields = fields("a:\nb: ~");

        assertThat(fields.text("a")).isEmpty();
        assertThat(fields.mapping("b")).isEmpty();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void readsOneTextOrAList() {
        YamlFields fields = fields("one: x\nmany: [y, z]");

        assertThat(fields.texts("one")).extracting(Located::value).containsExactly("x");
        assertThat(fields.texts("many")).extracting(Located::value).containsExactly("y", "z");
    }

    @Test
    void tellsWrongTypesWithTheirPlace() {
        YamlFields fields = fields("a: [1]\nb: text\nc: 70000\nd: maybe\ne: x");

        assertThat(fields.text("a")).isEmpty();
        assertThat(fields.mapping("b"))
                .hasValueSatisfying(it -> assertThat(it.entries()).isEmpty());
        assertThat(fields.integer("c", 1, 65_535)).isEmpty();
        assertThat(fields.bool("d")).isEmpty();
        assertThat(fields.items("e")).isEmpty();
        assertThat(diagnostics.all())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "f.yaml:1:4 [ERROR] 'a' in thing 't' must be text, but this is a list. | config.wrong-type",
                        "f.yaml:2:4 [ERROR] 'b' in thing 't' must be a mapping, but this is 'text'. | config.wrong-type",
                        "f.yaml:3:4 [ERROR] 'c' in thing 't' must be a whole number from 1 to 65535, but this is '70000'. | config.wrong-type",
                        "f.yaml:4:4 [ERROR] 'd' in thing 't' must be true or false, but this is 'maybe'. | config.wrong-type",
                        "f.yaml:5:4 [ERROR] 'e' in thing 't' must be a list, but this is 'x'. | config.wrong-type");
    }

    @Test
    void suggestsTheKeyThatWasMeant() {
        YamlFields fields = fields("servces: {}");
        fields.mapping("services");
        fields.rejectUnknown();

        assertThat(diagnostics.all())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "f.yaml:1:1 [ERROR] Unknown key 'servces' in thing 't'. | config.unknown-key\n"
                                + "  Did you mean 'services'?");
    }

    @Test
    void asksForWhatIsMissingOnce() {
        assertThat(fields("{}").requiredText("type")).isEmpty();

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly("config.missing-key");
    }

    @Test
    void tellsWhatATypeRefuses() {
        assertThat(fields("tag: '-rf'").parsed("tag", Integer::valueOf)).isEmpty();

        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains("-rf"));
    }

    private YamlFields fields(String yaml) {
        YamlNode node =
                new YamlReader(diagnostics).read(new SourceFile("f.yaml", yaml)).orElseThrow();
        return YamlFields.of(node, "thing 't'", diagnostics);
    }
}
