package dev.modmon.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.TestConsole;
import dev.modmon.core.api.JobEvent;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LiveProgressTests {
    private static final String AT = "2026-11-22T12:00:00.000Z";

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));

    private static JobEvent service(String name, String state, int running, String text) {
        return new JobEvent.Service(AT, name, state, running, 2, text);
    }

    @Test
    void paintsOverItsOwnLinesAndLeavesTheServices() {
        TestConsole console = TestConsole.terminal(80);
        try (LiveProgress progress = new LiveProgress(console.console(), now::get)) {
            progress.show(new JobEvent.Phase(AT, "updating", "Changing what differs."));
            progress.show(service("api", "starting", 0, "pulls its image"));
            now.set(now.get().plusSeconds(65));
            progress.show(service("web-frontend", "failed", 1, "exits with code 3"));
        }

        assertThat(console.err())
                .isEqualTo(
                        """
                          Changing what differs. (0 s)
                        ^1^  • api  starting 0/2, pulls its image
                          Changing what differs. (0 s)
                        ^2^  • api           starting 0/2, pulls its image
                          ✗ web-frontend  failed 1/2, exits with code 3
                          Changing what differs. (1 min 5 s)
                        ^1^\
                        """
                                .replaceAll("\\^(\\d)\\^", "\033[$1A\033[0J"));
        assertThat(console.out()).isEmpty();
    }

    @Test
    void cutsWhatDoesNotFitIntoALine() {
        TestConsole console = TestConsole.terminal(30);
        try (LiveProgress progress = new LiveProgress(console.console(), now::get)) {
            progress.show(service("api", "starting", 0, "waits for a very long time indeed"));
        }

        assertThat(console.err().lines())
                .allSatisfy(line ->
                        assertThat(line.replaceAll("\033\\[\\d+[AJ]", "")).hasSizeLessThan(30));
    }

    @Test
    void showsOnlyWhatMovesWhenThereAreManyServices() {
        TestConsole console = TestConsole.terminal(80);
        try (LiveProgress progress = new LiveProgress(console.console(), now::get)) {
            for (int i = 0; i < 40; i++) {
                progress.show(service("s" + i, i == 7 ? "starting" : "unchanged", 2, ""));
            }
        }

        String lastFrame = console.err().substring(console.err().lastIndexOf("[0J  •"));
        assertThat(lastFrame).contains("s7").doesNotContain("s8");
    }
}
