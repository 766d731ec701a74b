package dev.modmon.installer.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that use what Compose and YAML have to offer, as nastily as we know.
class ScoreDockerTests {
    private static final Path FILES = Path.of("src/test/resources/compose");

    @TempDir Path work;

    @Test
    void keepsTheMeaningOfEveryNastyFile() throws IOException, InterruptedException {
        Score.Report report = Score.of(FILES.toAbsolutePath(), work);

        assertThat(report.files()).isGreaterThan(20);
        assertThat(report.failed()).isEmpty();
    }
}
