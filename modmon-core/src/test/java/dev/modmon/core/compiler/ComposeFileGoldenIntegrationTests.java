package dev.modmon.core.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.composition.Composer;
import dev.modmon.core.composition.Composition;
import dev.modmon.core.composition.VariableSource;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.dotenv.DotenvReader;
import dev.modmon.core.dotenv.DotenvSyntax;
import dev.modmon.core.dotenv.DotenvVariables;
import dev.modmon.core.interpolation.Variables;
import dev.modmon.core.source.DirectoryTree;
import dev.modmon.core.source.Place;
import dev.modmon.core.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every folder of `golden/compose` is a Compose project, made of `compose.yaml` and, where there is one,
/// `compose.override.yaml`. With `-Dgolden=write` the expectations are written anew.
class ComposeFileGoldenIntegrationTests {
    private static final Path CASES = Path.of("src/test/resources/golden/compose");
    private static final List<String> FILES = List.of("compose.yaml", "compose.override.yaml");

    @TempDir Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(p -> p.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesOneReadableFile(String name) throws IOException {
        Path expected = CASES.resolve(name).resolve("expected.yaml");
        String actual = compiled(CASES.resolve(name));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(expected, actual);
        }

        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void meansTheSameToDocker(String name) throws Exception {
        Path project = copied(name);
        Path file = Files.writeString(project.resolve("compiled.yaml"), compiled(project));

        assertThat(config(project, List.of(file.getFileName().toString())))
                .isEqualTo(config(project, files(project)));
    }

    private static List<String> files(Path project) {
        return FILES.stream().filter(file -> Files.exists(project.resolve(file))).toList();
    }

    private String compiled(Path project) throws IOException {
        SourceTree tree = new DirectoryTree(project);
        Optional<Composition> composition =
                new Composer(tree, Composer.Setting.of(variables(tree)), diagnostics)
                        .files(files(project));
        assertThat(diagnostics.all()).noneMatch(Diagnostic::isError);
        return ComposeFile.body(composition.orElseThrow(), "shop");
    }

    private VariableSource variables(SourceTree tree) {
        Variables none =
                new Variables() {
                    @Override
                    public Optional<String> find(String name) {
                        return Optional.empty();
                    }

                    @Override
                    public String undefined(String name, String written, Place place) {
                        return "";
                    }
                };
        Map<String, String> values = new HashMap<>();
        tree.read(".env")
                .map(new DotenvReader(DotenvSyntax.VARIABLES, diagnostics)::read)
                .ifPresent(file ->
                        DotenvVariables.of(file, none, diagnostics)
                                .forEach((name, value) -> values.put(name, value.value())));
        return VariableSource.of(values);
    }

    private Path copied(String name) throws IOException {
        Path project = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> paths = Files.walk(CASES.resolve(name))) {
            for (Path path : paths.toList()) {
                Path target = project.resolve(CASES.resolve(name).relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        return project;
    }

    private static String config(Path project, List<String> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "-p", "shop"));
        files.forEach(file -> command.addAll(List.of("-f", file)));
        command.addAll(List.of("config", "--format", "json"));
        Path output = project.resolve("output.json");
        Path errors = project.resolve("errors.txt");
        ProcessBuilder docker =
                new ProcessBuilder(command)
                        .directory(project.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        docker.environment().keySet().removeIf(it -> !List.of("PATH", "HOME").contains(it));

        int exit = docker.start().waitFor();

        assertThat(exit).as(Files.readString(errors)).isZero();
        return Files.readString(output);
    }
}
