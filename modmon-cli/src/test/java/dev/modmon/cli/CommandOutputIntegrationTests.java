package dev.modmon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.cluster.FakeCluster.Mood;
import dev.modmon.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A folder for each command line: `line` holds its words, one a line, after a first line with the cluster's mood and
/// what standard output is; `expected` holds the exit code and what was printed.
///
/// With the variable `GOLDEN_WRITE` the expected files are written anew.
class CommandOutputIntegrationTests {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir Path folder;

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            List<Path> all = folders.sorted().toList();
            assertThat(all).hasSizeGreaterThan(20);
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void printsWhatIsExpected(Path scenario) throws IOException {
        List<String> lines = Files.readAllLines(scenario.resolve("line"));
        String[] setting = lines.getFirst().split(" ");
        Mood mood = Mood.valueOf(setting[0].toUpperCase(Locale.ROOT));
        TestConsole console =
                setting[1].equals("terminal") ? TestConsole.terminal(80) : TestConsole.piped();
        Shop shop = Shop.in(folder, mood, console);
        if (Arrays.asList(setting).contains("invalid")) {
            shop.write(".env/staging.env", "A={{ENVV}}\n\tB={{SERVICES['apy'].URL}}\n");
        }
        shop.committed();
        if (Arrays.asList(setting).contains("changed")) {
            shop.write("new.txt", "x");
        }

        ExitCode exit = shop.run(lines.subList(1, lines.size()).toArray(String[]::new));

        String actual =
                "exit %d\n--- stdout\n%s--- stderr\n%s"
                        .formatted(exit.number(), console.out(), console.err());
        check(scenario.resolve("expected"), neutral(actual));
    }

    /// Without what differs from run to run: the folder, the commit.
    private String neutral(String text) {
        return text.replace(folder.toString(), "/folder")
                .replaceAll("\\b(?!0123|1a2b3c4)[0-9a-f]{40}\\b", "COMMIT")
                .replaceAll("Commit [0-9a-f]{7} ", "Commit COMMIT ")
                .replaceAll("as commit [0-9a-f]{7} ", "as commit COMMIT ");
    }

    private static void check(Path expected, String actual) throws IOException {
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }
}
