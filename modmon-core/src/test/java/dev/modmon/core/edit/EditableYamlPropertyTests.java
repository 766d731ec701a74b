package dev.modmon.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random documents, in every layout that people use, and random edits of them.
class EditableYamlPropertyTests {
    private static final int ROUNDS = 25;

    private static final List<String> VALUES =
            List.of(
                    "redis",
                    "'it is'",
                    "image: redis:7\nports:\n  - 80\n  - target: 90\n    mode: host",
                    "{a: 1, b: [x, 'y, z']}",
                    "- one\n- two: 2\n  three: 3",
                    "text: |\n  one\n    two\n\n  three",
                    "# About it\ndeep:\n  deeper:  # remark\n    # About that\n    deepest: '{{ENV}}'",
                    "");

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void addingChangesNothingElse(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = Sample.of(random);
            YamlPath path = sample.somewhere(random).then("new-" + round);
            EditableYaml before = EditableYaml.of("x.yaml", sample.text());

            String after = before.add(path, value(random)).text();

            assertIsInsertion(sample.text(), after, sample.valueOf(path));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void removingTakesBackWhatAddingBrought(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = Sample.of(random);
            YamlPath path = sample.mapping(random).then("new-" + round);
            EditableYaml before = EditableYaml.of("x.yaml", sample.text());

            String after = before.add(path, value(random)).remove(path).text();

            assertThat(withoutBlankLines(after)).isEqualTo(withoutBlankLines(before.text()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void replacingKeepsTheOtherLines(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = Sample.of(random);
            YamlPath path = sample.mapping(random).then("new-" + round);
            EditableYaml with = EditableYaml.of("x.yaml", sample.text()).add(path, value(random));

            String after = with.replace(path, value(random)).remove(path).text();

            assertThat(withoutBlankLines(after)).isEqualTo(withoutBlankLines(sample.text()));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedFilesAreRefusedOrEditedButNeverBreakAnything(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = Sample.of(random);
            String text = damaged(sample.text(), random);
            YamlPath path = sample.somewhere(random).then("new");
            try {
                EditableYaml yaml = EditableYaml.of("x.yaml", text);
                assertThat(yaml.add(path, value(random)).has(path)).isTrue();
            } catch (InvalidInputException refused) {
                assertThat(refused.diagnostics()).isNotEmpty();
            }
        }
    }

    /// What was there is there still, around one new piece; but for a value that stood for nothing.
    private static void assertIsInsertion(String before, String after, String gone) {
        List<String> olds = new ArrayList<>(List.of(before));
        if (!gone.isEmpty()) {
            for (int at = before.indexOf(gone); at >= 0; at = before.indexOf(gone, at + 1)) {
                olds.add(before.substring(0, at) + before.substring(at + gone.length()));
            }
        }
        assertThat(olds).as(before + "\n=====\n" + after).anyMatch(old -> contains(after, old));
    }

    private static boolean contains(String after, String before) {
        int start = 0;
        while (start < before.length()
                && start < after.length()
                && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        String rest = before.substring(start);
        // A comma before a remark is a second piece.
        return after.endsWith(rest)
                || after.substring(start).startsWith(",")
                        && contains(after.substring(start + 1), rest);
    }

    private static List<String> withoutBlankLines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static YamlFragment value(Random random) {
        return YamlFragment.of(VALUES.get(random.nextInt(VALUES.size())));
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        String characters = "{}[]:,#&*!|>'\"-?%@ \t\n\r\ufeff";
        for (int i = random.nextInt(4); i >= 0; i--) {
            char c = characters.charAt(random.nextInt(characters.length()));
            damaged.insert(random.nextInt(damaged.length() + 1), c);
        }
        return damaged.toString();
    }
}
