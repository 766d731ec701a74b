package dev.modmon.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamePatternTests {
    @ParameterizedTest
    @CsvSource({
        "*.html, 404.html, true",
        "*.html, 404.htm, false",
        "*, x, true",
        "4??.html, 404.html, true",
        "4??.html, 4041.html, false",
        "a*b*c, aXbXbc, true",
        "a*b*c, aXbX, false",
        "a.c, abc, false",
        "**, x, true",
    })
    void fitsNames(String pattern, String name, boolean fits) {
        assertThat(new FileNamePattern(pattern).matches(name)).isEqualTo(fits);
    }

    @Test
    void answersInAnInstantWhateverThePatternIs() {
        assertThat(new FileNamePattern("*a".repeat(100) + "b").matches("a".repeat(255))).isFalse();
    }
}
