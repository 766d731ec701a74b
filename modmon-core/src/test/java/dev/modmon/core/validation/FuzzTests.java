package dev.modmon.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compiler.ImageTags;
import dev.modmon.core.compiler.StackCompiler;
import dev.modmon.core.compose.StackFile;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.source.MemoryTree;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.validation.Mutations.Path;
import dev.modmon.core.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Whatever stands in the files of a master repo, reading and compiling it ends in diagnostics or in a stack, never in
/// an exception. The same seed makes the same files; `-Dmodmon.fuzz.rounds=200 -Dmodmon.fuzz.seed=7` looks further.
class FuzzTests {
    private static final long SEED = Long.getLong("modmon.fuzz.seed", 20_261_123);

    /// How often each value, key and node is changed.
    private static final int ROUNDS = Integer.getInteger("modmon.fuzz.rounds", 2);

    private static final ProjectName NAME = new ProjectName("shop");
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Map<String, String> files = new TreeMap<>(RichRepo.files());
    private final Mutations mutations = new Mutations(new Random(SEED));

    @Test
    void beginsWithAProjectThatIsValid() {
        assertThat(diagnose(files).all()).isEmpty();
    }

    static List<String> yamlFiles() {
        return List.of(".modmon/modmon.yaml", ".modmon/access.yaml", ".modmon/clusters/main.yaml");
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void survivesAnyTextUnderAnyKey(String file) {
        Object document = document(file);
        for (Path path : Mutations.nodes(document)) {
            for (int i = 0; i < ROUNDS && Mutations.isScalar(document, path); i++) {
                survives(file, JSON.writeValueAsString(mutations.withText(document, path)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void survivesAnyKey(String file) {
        Object document = document(file);
        for (Path path : Mutations.nodes(document)) {
            for (int i = 0; i < ROUNDS; i++) {
                survives(file, JSON.writeValueAsString(mutations.withKey(document, path)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void survivesAnyStructure(String file) {
        Object document = document(file);
        for (Path path : Mutations.nodes(document)) {
            for (int i = 0; i < ROUNDS; i++) {
                survives(file, JSON.writeValueAsString(mutations.withStructure(document, path)));
            }
        }
    }

    @Test
    void survivesAnyEnvFile() {
        String file = ".env/staging.env";
        List<String> lines = Objects.requireNonNull(files.get(file)).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String name = line.substring(0, line.indexOf('=') + 1);
            for (String text : HostileTexts.ALL) {
                survives(file, with(lines, i, name + text));
                survives(file, with(lines, i, text + line));
                survives(file, with(lines, i, name + '"' + text + '"'));
            }
        }
    }

    @Test
    void survivesFilesThatAreCutOffAnywhere() {
        for (Map.Entry<String, String> entry : List.copyOf(files.entrySet())) {
            String text = entry.getValue();
            for (int end = 0; end < text.length(); end += Math.max(1, 40 / ROUNDS)) {
                survives(entry.getKey(), text.substring(0, end));
            }
        }
    }

    @Test
    void survivesStrayCharacters() {
        Random random = new Random(SEED);
        String stray = "{}[]:,-#&*!|>'\"%@`\t\n\r\\ $\u0000\ufeff\u0085~?<";
        for (Map.Entry<String, String> entry : List.copyOf(files.entrySet())) {
            for (int i = 0; i < 150 * ROUNDS; i++) {
                StringBuilder text = new StringBuilder(entry.getValue());
                int at = random.nextInt(text.length());
                text.setCharAt(at, stray.charAt(random.nextInt(stray.length())));
                survives(entry.getKey(), text.toString());
            }
        }
    }

    private static String with(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return String.join("\n", changed);
    }

    private Object document(String file) {
        Diagnostics diagnostics = new Diagnostics();
        String text = Objects.requireNonNull(files.get(file));
        return new YamlReader(diagnostics)
                .read(new SourceFile(file, text))
                .map(root -> Objects.requireNonNull(root.toPlain()))
                .orElseThrow();
    }

    private void survives(String file, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(file, text);
        try {
            for (Diagnostic diagnostic : diagnose(changed).all()) {
                assertThat(diagnostic.code()).matches(CODE);
                assertThat(diagnostic.message())
                        .matches("(?s).*[.?]")
                        .hasSizeLessThanOrEqualTo(600);
                assertThat(diagnostic.place().file()).isNotBlank();
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            fail("%s with this content, seed %d:%n%s".formatted(file, SEED, text), thrown);
        }
    }

    private static Diagnostics diagnose(Map<String, String> files) {
        MemoryTree tree = new MemoryTree();
        files.forEach(tree::with);
        Diagnostics diagnostics = new Diagnostics();
        MasterRepo.load(tree, diagnostics)
                .ifPresent(repo -> {
                    repo.check(NAME, repo.project().environments().keySet(), diagnostics);
                    if (!diagnostics.hasErrors()) {
                        repo.project().environments().keySet().forEach(it -> write(repo, it));
                    }
                });
        return diagnostics;
    }

    /// What was found valid compiles to plain YAML.
    private static void write(MasterRepo repo, EnvironmentName environment) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<CompiledStack> compiled =
                new StackCompiler(repo.files(), diagnostics)
                        .compile(repo.project(), NAME, environment, ImageTags.notKnownYet());
        String text =
                StackFile.write(
                        compiled.orElseThrow().stack(),
                        new StackFile.Origin("none", new TreeMap<>()));
        new YamlReader(diagnostics).read(new SourceFile("docker-stack.yaml", text));
        assertThat(diagnostics.all()).noneMatch(Diagnostic::isError);
    }
}
