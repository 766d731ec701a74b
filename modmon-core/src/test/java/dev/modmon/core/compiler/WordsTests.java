package dev.modmon.core.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTests {
    @Test
    void splitsALineAsAShellWould() {
        assertThat(Words.split("serve  --name \"two words\" 'it \"is\"' a\\ b x''y \"\""))
                .contains(List.of("serve", "--name", "two words", "it \"is\"", "a b", "xy", ""));
        assertThat(Words.split("\"a\\\"b\\n\" 'c\\d' \\\\"))
                .contains(List.of("a\"b\\n", "c\\d", "\\"));
        assertThat(Words.split("  ")).contains(List.of());
    }

    @Test
    void leavesVariablesAndOperatorsAlone() {
        assertThat(Words.split("a && $HOME | b;c > d"))
                .contains(List.of("a", "&&", "$HOME", "|", "b;c", ">", "d"));
    }

    @Test
    void refusesAQuoteThatStaysOpen() {
        assertThat(Words.split("a 'b")).isEmpty();
        assertThat(Words.split("\"a\\\"")).isEmpty();
    }
}
