package dev.modmon.core.composition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimestampTests {
    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 2024-01-31 00:00:00 +0000 UTC",
        "2024-1-3, 2024-01-03 00:00:00 +0000 UTC",
        "2024-01-31T10:00:00Z, 2024-01-31 10:00:00 +0000 UTC",
        "2024-01-31t1:2:3.450Z, 2024-01-31 01:02:03.45 +0000 UTC",
        "2024-01-31T10:00:00+02:00, 2024-01-31 10:00:00 +0200 +0200",
        "2024-01-31 10:00:00.5, 2024-01-31 10:00:00.5 +0000 UTC"
    })
    void spellsPointsInTimeAsComposeDoes(String written, String spelled) {
        assertThat(GoTimestamp.spelled(written)).hasValue(spelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-02-31", "2024-01", "12:30:45", "2024-01-31T10:00:00", "v2024-01-31"})
    void leavesOtherTexts(String written) {
        assertThat(GoTimestamp.spelled(written)).isEmpty();
    }
}
