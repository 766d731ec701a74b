package dev.modmon.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.modmon.core.diagnostic.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditableYamlTests {
    private static final YamlPath REDIS = YamlPath.of("swarm", "services", "redis");
    private static final YamlFragment IMAGE = YamlFragment.of("image: redis:7");

    private static String added(String text) {
        return EditableYaml.of("x.yaml", text).add(REDIS, IMAGE).text();
    }

    private static String removed(String text, String... path) {
        return EditableYaml.of("x.yaml", text).remove(YamlPath.of(path)).text();
    }

    private static String replaced(String text, String value, String... path) {
        return EditableYaml.of("x.yaml", text)
                .replace(YamlPath.of(path), YamlFragment.of(value))
                .text();
    }

    private static void refuses(String text, String code) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> added(text))
                .satisfies(e -> assertThat(e.diagnostics().getFirst().code()).isEqualTo(code));
    }

    @Test
    void putsAnEntryBehindTheOthersAndTheirComments() {
        assertThat(
                        added(
                                """
                                # My file
                                version: 1.0

                                swarm:
                                  services:   # all of them
                                    postgres:
                                      image: postgres:17   # pinned
                                        # not 18
                                    # adminer was here

                                  # volumes of the above
                                  volumes:
                                    data:
                                """))
                .isEqualTo(
                        """
                        # My file
                        version: 1.0

                        swarm:
                          services:   # all of them
                            postgres:
                              image: postgres:17   # pinned
                                # not 18
                            redis:
                              image: redis:7
                            # adminer was here

                          # volumes of the above
                          volumes:
                            data:
                        """);
    }

    @Test
    void keepsBlankLinesBetweenEntries() {
        assertThat(
                        added(
                                """
                                swarm:
                                  services:
                                    a:
                                      image: a

                                    # The second
                                    b:
                                      image: b
                                """))
                .endsWith("      image: b\n\n    redis:\n      image: redis:7\n");
    }

    @Test
    void makesTheMappingsOnTheWay() {
        assertThat(added("version: 1.0\nswarm:\n  volumes: {}\n"))
                .isEqualTo(
                        "version: 1.0\nswarm:\n  volumes: {}\n  services:\n    redis:\n      image: redis:7\n");
        assertThat(added("version: 1.0\n"))
                .isEqualTo(
                        "version: 1.0\n\nswarm:\n  services:\n    redis:\n      image: redis:7\n");
    }

    @Test
    void fillsKeysThatHaveNoValue() {
        assertThat(added("swarm:\n  services:  # none yet\n    # soon\nrest: 1\n"))
                .isEqualTo(
                        "swarm:\n  services:  # none yet\n    # soon\n    redis:\n      image: redis:7\nrest: 1\n");
        assertThat(added("swarm:\n  services: ~ # none\nrest: 1"))
                .isEqualTo("swarm:\n  services: # none\n    redis:\n      image: redis:7\nrest: 1");
        assertThat(added("swarm: {}\n"))
                .isEqualTo("swarm:\n  services:\n    redis:\n      image: redis:7\n");
        assertThat(added("{}")).isEqualTo("swarm:\n  services:\n    redis:\n      image: redis:7");
    }

    @Test
    void writesFilesThatHaveNothingIn() {
        String entry = "swarm:\n  services:\n    redis:\n      image: redis:7";
        assertThat(added("")).isEqualTo(entry + "\n");
        assertThat(added("# Later\n")).isEqualTo("# Later\n" + entry + "\n");
        assertThat(added("---\n# Later")).isEqualTo("---\n# Later\n" + entry);
    }

    @Test
    void staysInFlowStyle() {
        assertThat(added("swarm: {services: {a: {image: a}}}\n"))
                .isEqualTo("swarm: {services: {a: {image: a}, redis: {image: redis:7}}}\n");
        assertThat(added("swarm: { services: { a: 1, }, b}\n"))
                .isEqualTo("swarm: { services: { a: 1, redis: {image: redis:7}, }, b}\n");
        assertThat(added("{swarm: }")).isEqualTo("{swarm: {services: {redis: {image: redis:7}}} }");
        assertThat(added("{swarm}")).isEqualTo("{swarm: {services: {redis: {image: redis:7}}}}");
        assertThat(added("{swarm: {services: {}}}"))
                .isEqualTo("{swarm: {services: {redis: {image: redis:7}}}}");
    }

    @Test
    void staysJson() {
        assertThat(
                        added(
                                """
                                {
                                  "swarm": {
                                    "services": {
                                      "a": {"image": "a"}
                                    }
                                  }
                                }
                                """))
                .isEqualTo(
                        """
                        {
                          "swarm": {
                            "services": {
                              "a": {"image": "a"},
                              "redis": {"image": "redis:7"}
                            }
                          }
                        }
                        """);
    }

    @Test
    void putsTheCommaBeforeARemark() {
        assertThat(added("swarm: {\n  services: {\n    a: 1 # one\n  }\n}\n"))
                .isEqualTo(
                        "swarm: {\n  services: {\n    a: 1, # one\n    redis: {image: redis:7}\n  }\n}\n");
        assertThat(added("swarm: {\n  services: {\n    a: 1, # one\n  }\n}\n"))
                .isEqualTo(
                        "swarm: {\n  services: {\n    a: 1, # one\n    redis: {image: redis:7},\n  }\n}\n");
    }

    @Test
    void takesTheIndentationOfTheFile() {
        String text = "swarm:\n    services:\n        a:\n            ports:\n            - 80\n";
        assertThat(
                        EditableYaml.of("x.yaml", text)
                                .add(
                                        REDIS,
                                        YamlFragment.of(
                                                """
                                                image: redis:7
                                                # To the world
                                                ports:
                                                  - target: 6379   # usual
                                                    published: 6379
                                                command: |
                                                  one
                                                    two
                                                test: [CMD, 'redis-cli']
                                                """))
                                .text())
                .isEqualTo(
                        text
                                + String.join(
                                        "\n",
                                        "        redis:",
                                        "            image: redis:7",
                                        "            # To the world",
                                        "            ports:",
                                        "            - target: 6379  # usual",
                                        "              published: 6379",
                                        "            command: |",
                                        "                one",
                                        "                  two",
                                        "            test: [CMD, 'redis-cli']",
                                        ""));
    }

    @Test
    void keepsLineEndsMarkAndMissingEnd() {
        assertThat(added("\ufeffswarm:\r\n  services:\r\n    a: {}"))
                .isEqualTo(
                        "\ufeffswarm:\r\n  services:\r\n    a: {}\r\n    redis:\r\n      image: redis:7");
    }

    @Test
    void leavesTextBlocksAlone() {
        assertThat(added("swarm:\n  services:\n    a:\n      x: |+\n        t\n\nb: 1\n"))
                .isEqualTo(
                        "swarm:\n  services:\n    a:\n      x: |+\n        t\n\n    redis:\n      image: redis:7\nb: 1\n");
        assertThat(added("swarm:\n  services:\n    a: |\n      # no comment\n\nb: 1\n"))
                .isEqualTo(
                        "swarm:\n  services:\n    a: |\n      # no comment\n    redis:\n      image: redis:7\n\nb: 1\n");
    }

    @Test
    void countsCharactersBeyondTheBasicPlane() {
        assertThat(added("# 😀😀\nswarm: {services: {a: '😀'}}\n"))
                .isEqualTo("# 😀😀\nswarm: {services: {a: '😀', redis: {image: redis:7}}}\n");
    }

    @Test
    void leavesAnAnchorThatNobodyUses() {
        assertThat(added("swarm: &s\n  services: &t\n    a: 1\n"))
                .isEqualTo(
                        "swarm: &s\n  services: &t\n    a: 1\n    redis:\n      image: redis:7\n");
    }

    @Test
    void refusesWhatWouldChangeSomethingElse() {
        refuses("x: &s {services: {}}\nswarm: *s\n", "edit.inside-alias");
        refuses("swarm: &s\n  services: {a: 1}\nx: *s\n", "edit.shared-anchor");
        refuses("swarm: {}\n---\nx: 1\n", "yaml.several-documents");
        refuses("swarm: [a]\n", "edit.not-a-mapping");
        refuses("swarm: text\n", "edit.not-a-mapping");
        refuses("swarm:\n  services:\n    redis:\n", "edit.exists");
        refuses("x: &x {redis: 1}\nswarm:\n  services:\n    <<: *x\n", "edit.exists");
        refuses("x: &x {services: {a: 1}}\nswarm:\n  <<: *x\n", "edit.merged");
        refuses("swarm: {a: 1\n", "yaml.syntax");
        refuses("swarm:\n  a: 1\n  a: 2\n", "yaml.duplicate-key");
        refuses("swarm:\n  services:\n    a: |+\n      t", "edit.unsafe");
    }

    @Test
    void saysWhereAnEntryIsAlready() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> added("swarm:\n  services:\n    redis:\n"))
                .withMessageContaining(
                        "x.yaml:3:5 [ERROR] 'swarm.services.redis' is there already.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "yes", "1.0", "a: b", "a#b", " a", "it's", "\"", "\\", "a\nb", "{{ENV}}",
                        "null",
                "~", "22:22", "-", "- a", "😀", "\u0007", "redis:7", "@a", "*a", "<<", "0x1f", "é"
            })
    void quotesTextsThatNeedIt(String text) {
        EditableYaml edited =
                EditableYaml.of("x.yaml", "a: {b: 1}\n")
                        .add(YamlPath.of("a", text), YamlFragment.text(text))
                        .add(YamlPath.of(text), YamlFragment.text(text));
        assertThat(edited.has(YamlPath.of("a", text))).isTrue();
        assertThat(edited.has(YamlPath.of(text))).isTrue();
    }

    @Test
    void replacesAValueAndKeepsTheRemark() {
        assertThat(replaced("a: 1 # one\nb: 2\n", "3", "a")).isEqualTo("a: 3 # one\nb: 2\n");
        assertThat(replaced("a:\nb: 2", "3", "a")).isEqualTo("a: 3\nb: 2");
        assertThat(replaced("a: {b: 1, c: }\n", "[x, 'y, z']", "a", "c"))
                .isEqualTo("a: {b: 1, c: [x, 'y, z'] }\n");
        assertThat(replaced("a: # remark\n  b: 1\n  c: 2\nd: 3\n", "x: 1\ny: [2]", "a"))
                .isEqualTo("a: # remark\n  x: 1\n  y: [2]\nd: 3\n");
        assertThat(replaced("a: # remark\n  b: 1\nd: 3\n", "x", "a"))
                .isEqualTo("a: x # remark\nd: 3\n");
        assertThat(replaced("a: |\n  t\n\nd: 3\n", "x: 1", "a")).isEqualTo("a:\n  x: 1\n\nd: 3\n");
        assertThat(replaced("a: x # remark\nd: 3\n", "b: 1", "a"))
                .isEqualTo("a: # remark\n  b: 1\nd: 3\n");
        assertThat(replaced("a: {b: 1}\n", "", "a", "b")).isEqualTo("a: {b: null}\n");
    }

    @Test
    void removesAnEntryAndItsComment() {
        assertThat(removed("a: 1\n# About b\nb:\n  c: 2\nd: 3\n", "b")).isEqualTo("a: 1\nd: 3\n");
        assertThat(removed("# File\na: 1\nb: 2\n", "a")).isEqualTo("# File\nb: 2\n");
        assertThat(removed("a:\r\n  # one\r\n  b: 1\r\n  c: 2", "a", "c"))
                .isEqualTo("a:\r\n  # one\r\n  b: 1");
        assertThat(removed("a:\r\n  # one\r\n  b: 1\r\n  c: 2", "a", "b"))
                .isEqualTo("a:\r\n  c: 2");
        assertThat(removed("a: {b: 1, c: 2, d: 3}\n", "a", "b")).isEqualTo("a: {c: 2, d: 3}\n");
        assertThat(removed("a: {b: 1, c: 2}\n", "a", "c")).isEqualTo("a: {b: 1}\n");
        assertThat(removed("a: {b: 1}\n", "a", "b")).isEqualTo("a: {}\n");
        assertThat(removed("a:  # here\n  b: 1\nc: 2\n", "a", "b"))
                .isEqualTo("a: {}  # here\nc: 2\n");
        assertThat(removed("a: 1\n", "a")).isEqualTo("{}\n");
    }

    @Test
    void refusesToRemoveAnAnchorThatIsUsed() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> removed("a: &x 1\nb: *x\n", "a"))
                .withMessageContaining("edit.unsafe");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> removed("a: 1\n", "b"))
                .withMessageContaining("edit.missing");
    }
}
