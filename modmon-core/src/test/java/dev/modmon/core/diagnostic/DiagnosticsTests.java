package dev.modmon.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.source.Place;
import org.junit.jupiter.api.Test;

class DiagnosticsTests {
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void tellsByPlaceAndOnlyOnce() {
        diagnostics.warning("a.b", at(2), "Second.", "");
        diagnostics.error("a.b", at(1), "First.", "");
        diagnostics.error("a.b", at(1), "First.", "");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::message)
                .containsExactly("First.", "Second.");
    }

    @Test
    void keepsThousandErrorsAndCountsTheRest() {
        for (int line = 1; line <= Diagnostics.MOST + 5; line++) {
            diagnostics.error("a.b", at(line), "Line %d is wrong.".formatted(line), "");
        }

        assertThat(diagnostics.isFull()).isTrue();
        assertThat(diagnostics.all()).hasSize(Diagnostics.MOST + 1);
        assertThat(diagnostics.all().getLast().message())
                .isEqualTo("There is more: 5 mistakes are not listed.");
    }

    @Test
    void neverLosesAnErrorAmongWarnings() {
        for (int line = 1; line <= Diagnostics.MOST + 1; line++) {
            diagnostics.warning("a.b", at(line), "Line %d is odd.".formatted(line), "");
        }
        diagnostics.error("a.b", at(1), "This is wrong.", "");

        assertThat(diagnostics.hasErrors()).isTrue();
        assertThat(diagnostics.all()).anyMatch(Diagnostic::isError);
    }

    @Test
    void keepsItsMessagesShort() {
        diagnostics.error("a.b", at(1), "'%s' is wrong.".formatted("x".repeat(1_000_000)), "");

        assertThat(diagnostics.all().getFirst().message())
                .hasSizeLessThan(601)
                .startsWith("'xx")
                .contains("…")
                .endsWith("x' is wrong.");
    }

    private static Place at(int line) {
        return new Place("file.yaml", line, 1);
    }
}
