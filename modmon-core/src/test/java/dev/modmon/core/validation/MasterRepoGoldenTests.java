package dev.modmon.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.source.DirectoryTree;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each folder of `golden/validation` is a master repo; its `expected.errors` is what is to be said
/// about it. With the variable `GOLDEN_WRITE` they are written anew.
class MasterRepoGoldenTests {
    private static final String EXPECTED = "expected.errors";

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.map(it -> it.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysExactlyWhatIsWrong(String name) throws IOException {
        Path folder = root().resolve(name);

        String said = diagnose(folder);
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.writeString(sources().resolve(name).resolve(EXPECTED), said);
        }

        assertThat(said).isEqualTo(Files.readString(sources().resolve(name).resolve(EXPECTED)));
    }

    @Test
    void findsNothingWrongInTheFilesOfTheIntroduction() {
        Diagnostics diagnostics = new Diagnostics();
        MasterRepo.load(new DirectoryTree(root().resolve("intro")), diagnostics);

        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void findsItsCases() throws IOException {
        assertThat(cases())
                .contains(
                        "intro",
                        "services",
                        "databases",
                        "access",
                        "clusters",
                        "depot",
                        "pages",
                        "keys",
                        "scripts",
                        "deploy");
    }

    private static String diagnose(Path folder) {
        Diagnostics diagnostics = new Diagnostics();
        MasterRepo.load(new DirectoryTree(folder), diagnostics)
                .ifPresent(repo ->
                        repo.check(
                                new ProjectName("shop"),
                                repo.project().environments().keySet(),
                                diagnostics));
        return diagnostics.all().stream()
                .map(Diagnostic::toString)
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }

    private static Path sources() {
        return Path.of("src/test/resources/golden/validation");
    }

    private static Path root() {
        try {
            return Path.of(
                    Objects.requireNonNull(
                                    MasterRepoGoldenTests.class.getResource("/golden/validation"))
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
