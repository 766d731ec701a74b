package dev.modmon.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTests {
    private static final List<String> KEYS = List.of("services", "image", "url", "ports");

    @ParameterizedTest
    @CsvSource({"servces, services", "imgae, image", "URL, url", "port, ports", "urls, url"})
    void findsTheNameThatIsMostAlike(String given, String meant) {
        assertThat(DidYouMean.hint(given, KEYS, "keys"))
                .isEqualTo("Did you mean '%s'?".formatted(meant));
    }

    @Test
    void listsWhatThereIsWhenNothingIsAlike() {
        assertThat(DidYouMean.hint("database", KEYS, "keys"))
                .isEqualTo("The keys are 'image', 'ports', 'services', 'url'.");
    }

    @Test
    void saysSoWhenThereIsNothing() {
        assertThat(DidYouMean.hint("x", List.of(), "repos")).isEqualTo("There are no repos.");
    }

    @Test
    void doesNotCompareVeryLongNames() {
        assertThat(DidYouMean.nearest("a".repeat(5_000), List.of("a".repeat(4_999)))).isEmpty();
    }
}
