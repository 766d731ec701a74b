package dev.modmon.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeUnitsTests {
    @ParameterizedTest
    @CsvSource({
        "1h30m, PT1H30M",
        "1.5s, PT1.5S",
        "500ms, PT0.5S",
        "0, PT0S",
        "90s, PT1M30S",
        "10us, PT0.00001S",
        ".5s, PT0.5S"
    })
    void readsDurations(String text, Duration expected) {
        assertThat(ComposeDuration.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "-5s", "1d", "5 s", "999999999h", "1h30"})
    void refusesWhatIsNoDuration(String text) {
        assertThat(ComposeDuration.parse(text)).isEmpty();
    }

    @Test
    void writesDurationsThatReadTheSame() {
        for (long nanos : new long[] {0, 1, 1_500, 2_000_001, 5_000_000_000L, 5_430_000_000_123L}) {
            Duration duration = Duration.ofNanos(nanos);
            assertThat(ComposeDuration.parse(ComposeDuration.text(duration))).contains(duration);
        }
        assertThat(ComposeDuration.text(Duration.ofSeconds(90))).isEqualTo("1m30s");
    }

    @ParameterizedTest
    @CsvSource({
        "64M, 67108864",
        "64mb, 67108864",
        "64MiB, 67108864",
        "1.5g, 1610612736",
        "4096, 4096",
        "10b, 10",
        "1k, 1024",
        "2 GB, 2147483648"
    })
    void readsBytes(String text, long expected) {
        assertThat(ComposeBytes.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "-1M", "64X", "1e3", "99999999P"})
    void refusesWhatIsNoAmount(String text) {
        assertThat(ComposeBytes.parse(text)).isEmpty();
    }

    @Test
    void writesBytesWithTheLargestWholeUnit() {
        assertThat(ComposeBytes.text(67_108_864)).isEqualTo("64M");
        assertThat(ComposeBytes.text(1_610_612_736)).isEqualTo("1536M");
        assertThat(ComposeBytes.text(1000)).isEqualTo("1000");
    }

    @Test
    void readsAndWritesProcessors() {
        assertThat(ComposeCpus.parse("0.5")).contains(500_000_000L);
        assertThat(ComposeCpus.parse("2")).contains(2_000_000_000L);
        assertThat(ComposeCpus.parse("half")).isEmpty();
        assertThat(ComposeCpus.parse("0.0000000001")).isEmpty();
        assertThat(ComposeCpus.text(1_250_000_000L)).isEqualTo("1.25");
        assertThat(ComposeCpus.text(10_000_000_000L)).isEqualTo("10");
    }
}
