package dev.modmon.core.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.SampleStacks;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservedStackJsonTests {
    @Test
    void readsWhatItWrote() {
        ObservedStack observed =
                new ObservedStack(
                        SampleStacks.NAME,
                        List.of(
                                service(OptionalLong.of(4), OptionalInt.of(137)),
                                service(OptionalLong.empty(), OptionalInt.empty())),
                        Set.of("default", "edge"),
                        Set.of("data"),
                        new ObservedFiles(Set.of("site-1"), Set.of("key-1")));

        assertThat(ObservedStackJson.read(ObservedStackJson.write(observed))).isEqualTo(observed);
    }

    private static ObservedService service(OptionalLong release, OptionalInt exitCode) {
        return new ObservedService(
                "abc",
                42,
                SampleStacks.fullService(),
                "hash",
                release,
                2,
                new ObservedFiles(Set.of("site-0"), Set.of()),
                List.of(
                        new ObservedTask(
                                "t1",
                                1,
                                "node-a",
                                ObservedTask.State.FAILED,
                                true,
                                false,
                                "started",
                                "task: non-zero exit (137)",
                                exitCode,
                                "c1",
                                Instant.parse("2026-01-02T03:04:05.678901234Z"))));
    }
}
