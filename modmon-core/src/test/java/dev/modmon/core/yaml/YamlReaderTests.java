package dev.modmon.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceFile;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTests {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void keepsThePlacesOfKeysAndValues() {
        YamlMapping root = mapping("a: 1\nlist:\n  - x\n  - {b: 'two'}\n");

        assertThat(root.entry("list").orElseThrow().place()).isEqualTo(at(2, 1));
        YamlSequence list = (YamlSequence) root.get("list").orElseThrow();
        assertThat(list.items().get(0).place()).isEqualTo(at(3, 5));
        YamlMapping inner = (YamlMapping) list.items().get(1);
        assertThat(inner.entry("b").orElseThrow().place()).isEqualTo(at(4, 6));
        assertThat(inner.get("b").orElseThrow().place()).isEqualTo(at(4, 9));
    }

    @Test
    void keepsTheOrderOfTheDocument() {
        assertThat(mapping("z: 1\na: 2\nm: 3").toPlain().keySet()).containsExactly("z", "a", "m");
    }

    @ParameterizedTest
    @CsvSource({
        "yes, TEXT",
        "22:22, TEXT",
        "2026-01-01, TEXT",
        "1_000, TEXT",
        "'''8080''', TEXT",
        "8080, INTEGER",
        "010, INTEGER",
        "0o17, INTEGER",
        "0xff, INTEGER",
        "-3, INTEGER",
        "1.0, FLOAT",
        "1e3, FLOAT",
        ".5, FLOAT",
        ".inf, FLOAT",
        "true, BOOLEAN",
        "False, BOOLEAN",
        "~, NULL",
        "null, NULL",
        "!!str 12, TEXT",
        "'\"true\"', TEXT"
    })
    void knowsTypesByTheCoreSchema(String written, YamlScalar.Type type) {
        YamlScalar scalar = (YamlScalar) mapping("key: " + written).get("key").orElseThrow();

        assertThat(scalar.type()).isEqualTo(type);
    }

    @Test
    void keepsTheSpellingBesideTheValue() {
        YamlScalar version = (YamlScalar) mapping("version: 1.0").get("version").orElseThrow();

        assertThat(version.text()).isEqualTo("1.0");
        assertThat(version.toPlain()).isEqualTo(1.0);
    }

    @Test
    void readsNumbersOfAnySize() {
        Map<String, Object> plain =
                mapping("a: 0o17\nb: 0xff\nc: 99999999999999999999\nd: -.inf\ne: .nan").toPlain();

        assertThat(plain)
                .containsEntry("a", 15L)
                .containsEntry("b", 255L)
                .containsEntry("c", new BigInteger("99999999999999999999"))
                .containsEntry("d", Double.NEGATIVE_INFINITY)
                .containsEntry("e", Double.NaN);
    }

    @Test
    void takesAnEmptyFileAsNull() {
        assertThat(read("").orElseThrow().isNull()).isTrue();
        assertThat(read("# nothing here\n").orElseThrow().isNull()).isTrue();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void resolvesAliases() {
        assertThat(mapping("a: &x [1, 2]\nb: *x").toPlain())
                .isEqualTo(Map.of("a", List.of(1L, 2L), "b", List.of(1L, 2L)));
    }

    @Test
    void letsOwnKeysWinOverMergedOnes() {
        YamlMapping root =
                mapping(
                        """
                        base: &base {image: app, tty: true}
                        more: &more {tty: false, init: true}
                        web:
                          <<: [*base, *more]
                          image: own
                        """);

        assertThat(root.get("web").orElseThrow().toPlain())
                .isEqualTo(Map.of("image", "own", "tty", true, "init", true));
    }

    @Test
    void takesAQuotedMergeKeyAsAnOrdinaryKey() {
        assertThat(mapping("'<<': x").toPlain()).isEqualTo(Map.of("<<", "x"));
    }

    @Test
    void refusesToMergeAnythingButMappings() {
        mapping("a:\n  <<: 5\n");

        assertProblem("yaml.bad-merge", 2, 3, "this is a whole number");
    }

    @Test
    void reportsEveryDuplicateKeyAtOnceAndReadsOn() {
        YamlMapping root = mapping("a: 1\nb: 2\na: 3\nb: 4\n");

        assertThat(root.toPlain()).isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(diagnostics.all())
                .extracting(Diagnostic::code, Diagnostic::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("yaml.duplicate-key", at(3, 1)),
                        org.assertj.core.groups.Tuple.tuple("yaml.duplicate-key", at(4, 1)));
    }

    @Test
    void tellsWhereTheSyntaxBreaks() {
        assertThat(read("a:\n  - b\n c: d\n")).isEmpty();

        assertProblem("yaml.syntax", 3, 2, "");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a:\n  - b\n c: d\n`, indentation",
                "`a: b: c\n`, ':' with a space",
                "`a: b\nc\nd: e\n`, ':' is missing",
                "`a: [b, c\nd: e\n`, bracket",
                "`a: 'b\n`, quote",
            })
    void complainsInPlainWords(String yaml, String words) {
        assertThat(read(yaml)).isEmpty();
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains(words));
    }

    @Test
    void tellsAboutAnUnclosedQuote() {
        assertThat(read("a: 'b\nc: d\n")).isEmpty();

        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(it -> assertThat(it.hint()).contains("line 1"));
    }

    @Test
    void namesTabsForWhatTheyAre() {
        assertThat(read("a:\n\tb: c\n")).isEmpty();

        assertProblem("yaml.tab", 2, 1, "tab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\ud800"})
    void refusesCharactersThatYamlDoesNotAllow(String character) {
        assertThat(read("a: b\nc: x" + character)).isEmpty();

        assertProblem("yaml.bad-character", 2, 5, "U+");
    }

    @Test
    void refusesASecondDocument() {
        read("a: b\n---\nc: d\n");

        assertProblem("yaml.several-documents", 2, 1, "second document");
    }

    @Test
    void acceptsTheMarkersOfASingleDocument() {
        assertThat(mapping("---\na: b\n...\n").toPlain()).isEqualTo(Map.of("a", "b"));
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void refusesDeepNestingOfAnySort() {
        assertThat(read("[".repeat(100_000))).isEmpty();

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("yaml.too-deep");
    }

    @Test
    void acceptsNestingUpToTheBound() {
        String nested = "[".repeat(NodeComposer.MAX_DEPTH) + "]".repeat(NodeComposer.MAX_DEPTH);

        assertThat(read(nested)).isPresent();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void takesTabsBetweenTokensAsSpaces() {
        YamlMapping root =
                mapping(
                        "image: \tweb:1 \t# comment\nports:\n  -\t'80\t81'\n\t\n  - \t82\nkey:\tvalue\n");

        assertThat(root.toPlain())
                .isEqualTo(
                        Map.of("image", "web:1", "ports", List.of("80\t81", 82L), "key", "value"));
    }

    @Test
    void mergesByTheTaggedKeyAsWell() {
        YamlMapping root = mapping("a: &a {x: 1}\nb:\n  !!merge <<: *a\n  y: 2\n");

        assertThat(root.get("b").orElseThrow().toPlain()).isEqualTo(Map.of("x", 1L, "y", 2L));
    }

    @Test
    void sharesOneMappingBetweenHundredsOfServices() {
        assertThat(read("a: &a {x: y}\nb: [" + "*a, ".repeat(500) + "]\n")).isPresent();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void refusesMoreAliasesOfCollectionsThanTenThousand() {
        String aliases = "*a, ".repeat(NodeComposer.MAX_ALIASES + 1);

        assertThat(read("a: &a [x]\nb: [" + aliases + "]\n")).isEmpty();

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly("yaml.too-many-aliases");
    }

    @Test
    void refusesAliasesThatMultiplyIntoMillions() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i <= 9; i++) {
            bomb.append("a%d: &a%1$d [%s]\n".formatted(i, ("*a" + (i - 1) + ", ").repeat(5)));
        }

        assertThat(read(bomb.toString())).isEmpty();

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly("yaml.too-large");
    }

    @Test
    void refusesAnAnchorThatContainsItself() {
        assertThat(read("a: &a\n  b: *a\n")).isEmpty();

        assertProblem("yaml.unknown-alias", 2, 6, "'*a'");
    }

    @Test
    void refusesAFileOfMoreThanFourMebibytes() {
        assertThat(read("#".repeat(4 * 1024 * 1024 + 1))).isEmpty();

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly("yaml.too-large");
    }

    @Test
    void refusesUnknownTagsAndKeepsThoseOfCompose() {
        YamlMapping root = mapping("ports: !reset []\nimage: !include x\n");

        assertThat(root.get("ports").orElseThrow().tag()).isEqualTo("!reset");
        assertProblem("yaml.unknown-tag", 2, 8, "'!include'");
    }

    @Test
    void saysThatAnUnquotedExpressionIsNoKey() {
        read("url: {{ENV}}\n");

        assertProblem("yaml.key-not-text", 1, 7, "mapping");
    }

    @Test
    void knowsWhereEachCharacterOfAPlainOrQuotedTextStands() {
        YamlMapping root = mapping("a: plain\nb: 'quoted'\nc: \"es\\tcaped\"\nd: |\n  block\n");

        assertThat(placeInValue(root, "a", 2)).isEqualTo(at(1, 6));
        assertThat(placeInValue(root, "b", 2)).isEqualTo(at(2, 7));
        assertThat(placeInValue(root, "c", 4)).isEqualTo(at(3, 4));
        assertThat(placeInValue(root, "d", 2)).isEqualTo(at(4, 4));
    }

    private static Place placeInValue(YamlMapping root, String key, int index) {
        return ((YamlScalar) root.get(key).orElseThrow()).placeAt(index);
    }

    private Optional<YamlNode> read(String text) {
        return new YamlReader(diagnostics).read(new SourceFile("x.yaml", text));
    }

    private YamlMapping mapping(String text) {
        return (YamlMapping) read(text).orElseThrow();
    }

    private void assertProblem(String code, int line, int column, String words) {
        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo(code);
                    assertThat(it.place()).isEqualTo(at(line, column));
                    assertThat(it.message()).contains(words);
                });
    }

    private static Place at(int line, int column) {
        return new Place("x.yaml", line, column);
    }
}
