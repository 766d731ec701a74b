package dev.modmon.core.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.StackFile;
import dev.modmon.core.compose.StackFile.Origin;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ImageTag;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ProjectReader;
import dev.modmon.core.project.RepoName;
import dev.modmon.core.source.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Master repos under `golden/compile`, each with what the compiler must make of it: `expected.yaml`,
/// `expected.diagnostics` or both. `arguments` names the environment and the tags. With
/// `-Dgolden=write` the expectations are written anew, for a person to read through.
class StackCompilerGoldenIntegrationTests {
    private static final Path CASES = Path.of("src/test/resources/golden/compile");

    @TempDir Path folder;

    /// What became of a case.
    ///
    /// @param file empty when there were errors
    private record Result(String file, String diagnostics, List<String> secrets) {}

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(p -> p.getFileName().toString()).sorted().toList().stream();
        }
    }

    static Stream<String> casesWithFile() throws IOException {
        return cases().filter(name -> Files.exists(CASES.resolve(name).resolve("expected.yaml")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void makesWhatIsExpected(String name) throws IOException {
        Result result = compile(name);

        holds(name, "expected.yaml", result.file());
        holds(name, "expected.diagnostics", result.diagnostics());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void makesTheSameTwice(String name) throws IOException {
        assertThat(compile(name)).isEqualTo(compile(name));
    }

    @ParameterizedTest
    @MethodSource("casesWithFile")
    void theDockerClientAcceptsTheFile(String name) throws Exception {
        Path file = Files.writeString(folder.resolve("docker-stack.yaml"), compile(name).file());
        Path output = folder.resolve("output.txt");
        ProcessBuilder docker =
                new ProcessBuilder("docker", "stack", "config", "-c", file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        compile(name).secrets().forEach(s -> docker.environment().put(s, "s3cret"));

        int exit = docker.start().waitFor();

        assertThat(exit).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).doesNotContain("level=warning");
    }

    private static void holds(String name, String file, String actual) throws IOException {
        Path expected = CASES.resolve(name).resolve(file);
        if ("write".equals(System.getProperty("golden"))) {
            Files.deleteIfExists(expected);
            if (!actual.isEmpty()) {
                Files.writeString(expected, actual);
            }
        }
        String wanted = Files.exists(expected) ? Files.readString(expected) : "";
        assertThat(actual).isEqualTo(wanted);
    }

    private static Result compile(String name) throws IOException {
        List<String> arguments =
                List.of(
                        Files.readString(CASES.resolve(name).resolve("arguments"))
                                .strip()
                                .split(" "));
        Map<RepoName, ImageTag> tags =
                arguments.stream()
                        .skip(1)
                        .map(argument -> argument.split("="))
                        .collect(
                                Collectors.toMap(
                                        parts -> new RepoName(parts[0]),
                                        parts -> new ImageTag(parts[1])));
        Diagnostics diagnostics = new Diagnostics();
        DirectoryTree tree = new DirectoryTree(CASES.resolve(name));
        Optional<CompiledStack> compiled =
                new ProjectReader(tree, diagnostics)
                        .read()
                        .flatMap(project ->
                                new StackCompiler(tree, diagnostics)
                                        .compile(
                                                project,
                                                new ProjectName("shop"),
                                                new EnvironmentName(arguments.getFirst()),
                                                ImageTags.of(tags)));
        String told =
                diagnostics.all().stream()
                        .map(Diagnostic::toString)
                        .map(text -> text + "\n")
                        .collect(Collectors.joining());
        if (diagnostics.hasErrors()) {
            return new Result("", told, List.of());
        }
        CompiledStack stack = compiled.orElseThrow();
        TreeMap<String, String> shown = new TreeMap<>();
        tags.forEach((repo, tag) -> shown.put(repo.value(), tag.value()));
        return new Result(
                StackFile.write(stack.stack(), new Origin("c".repeat(40), shown)),
                told,
                stack.secrets().stream().map(SecretRef::placeholder).toList());
    }
}
