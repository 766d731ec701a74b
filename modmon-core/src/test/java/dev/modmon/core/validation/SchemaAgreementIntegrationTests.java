package dev.modmon.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.schema.SchemaFile;
import dev.modmon.core.source.DirectoryTree;
import dev.modmon.core.source.MemoryTree;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import dev.modmon.core.validation.Mutations.Path;
import dev.modmon.core.yaml.YamlNode;
import dev.modmon.core.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// An editor that knows the published schemas and `modmon validate` say the same of a file: what is valid is accepted by
/// its schema, and an unknown key or a value of the wrong type is refused by it.
class SchemaAgreementIntegrationTests {
    private static final Set<String> OF_FORM = Set.of("config.unknown-key", "config.wrong-type");
    private static final List<String> FOLDERS =
            List.of(
                    "src/test/resources/golden/validation",
                    "src/test/resources/golden/compile",
                    "../examples");
    private static final int STRUCTURES = 5;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<SchemaFile, Schema> SCHEMAS = new EnumMap<>(SchemaFile.class);

    static {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        for (SchemaFile file : SchemaFile.values()) {
            SCHEMAS.put(file, registry.getSchema(file.json(), InputFormat.JSON));
        }
    }

    static List<java.nio.file.Path> repos() throws IOException {
        List<java.nio.file.Path> repos = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<java.nio.file.Path> found = Files.list(java.nio.file.Path.of(folder))) {
                repos.addAll(found.sorted().toList());
            }
        }
        assertThat(repos).hasSizeGreaterThan(20);
        return repos;
    }

    @ParameterizedTest
    @MethodSource("repos")
    void agreesOnTheMasterRepo(java.nio.file.Path folder) {
        agrees(new DirectoryTree(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".modmon/modmon.yaml", ".modmon/access.yaml", ".modmon/clusters/main.yaml"})
    void agreesOnUnknownKeys(String file) {
        Map<String, String> files = new TreeMap<>(RichRepo.files());
        Object document = document(file, files);
        for (Path path : Mutations.nodes(document)) {
            files.put(file, JSON.writeValueAsString(Mutations.withKey(document, path, "unknown")));
            agrees(tree(files));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".modmon/access.yaml", ".modmon/clusters/main.yaml"})
    void agreesWhateverStandsUnderAKey(String file) {
        Map<String, String> files = new TreeMap<>(RichRepo.files());
        Object document = document(file, files);
        Mutations mutations = new Mutations(new Random(1));
        for (Path path : Mutations.nodes(document)) {
            for (int i = 0; i < STRUCTURES; i++) {
                files.put(file, JSON.writeValueAsString(mutations.withStructure(document, path)));
                agrees(tree(files));
            }
        }
    }

    private static Object document(String file, Map<String, String> files) {
        YamlNode root =
                root(new SourceFile(file, Objects.requireNonNull(files.get(file)))).orElseThrow();
        return Objects.requireNonNull(root.toPlain());
    }

    @Test
    void acceptsTheRichestRepo() {
        SourceTree tree = tree(RichRepo.files());

        assertThat(diagnose(tree)).isEmpty();
        agrees(tree);
    }

    private static void agrees(SourceTree tree) {
        List<Diagnostic> diagnostics = diagnose(tree);
        agrees(tree, ".modmon/modmon.yaml", SchemaFile.PROJECT, diagnostics);
        agrees(tree, ".modmon/access.yaml", SchemaFile.ACCESS, diagnostics);
        agrees(tree, ".modmon/depot.yaml", SchemaFile.DEPOT, diagnostics);
        agrees(tree, ".modmon/project.yaml", SchemaFile.PAGES, diagnostics);
        for (String name : tree.list(".modmon/clusters")) {
            agrees(tree, ".modmon/clusters/" + name, SchemaFile.CLUSTER, diagnostics);
        }
    }

    private static void agrees(
            SourceTree tree, String path, SchemaFile schema, List<Diagnostic> diagnostics) {
        Optional<SourceFile> file = tree.read(path);
        Optional<YamlNode> root = file.flatMap(SchemaAgreementIntegrationTests::root);
        if (root.isEmpty()) {
            return;
        }
        List<Diagnostic> errors =
                diagnostics.stream()
                        .filter(it -> it.isError() && it.place().file().equals(path))
                        .toList();
        List<String> complaints =
                Objects.requireNonNull(SCHEMAS.get(schema))
                        .validate(JSON.writeValueAsString(root.get().toPlain()), InputFormat.JSON)
                        .stream()
                        .map(Object::toString)
                        .toList();
        String text = file.orElseThrow().text();
        if (errors.isEmpty()) {
            assertThat(complaints).as("schema on valid %s:%n%s", path, text).isEmpty();
        } else if (errors.stream().anyMatch(it -> isOfForm(it, text))) {
            assertThat(complaints).as("schema on %s:%n%s%n%s", path, errors, text).isNotEmpty();
        }
    }

    /// What an expression or a variable stands for is not seen by a schema.
    private static boolean isOfForm(Diagnostic diagnostic, String text) {
        String line =
                text.lines()
                        .skip(Math.max(0, diagnostic.place().line() - 1))
                        .findFirst()
                        .orElse("");
        int column = Math.clamp(diagnostic.place().column() - 1L, 0, line.length());
        String from = line.substring(column);
        String token = from.substring(0, Math.min(from.length(), 80));
        boolean computed =
                token.startsWith("\"{{") || token.startsWith("{{") || token.startsWith("$");
        return OF_FORM.contains(diagnostic.code()) && !computed;
    }

    private static Optional<YamlNode> root(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<YamlNode> root = new YamlReader(diagnostics).read(file);
        return diagnostics.hasErrors() ? Optional.empty() : root;
    }

    private static SourceTree tree(Map<String, String> files) {
        MemoryTree tree = new MemoryTree();
        files.forEach(tree::with);
        return tree;
    }

    private static List<Diagnostic> diagnose(SourceTree tree) {
        Diagnostics diagnostics = new Diagnostics();
        MasterRepo.load(tree, diagnostics)
                .ifPresent(repo ->
                        repo.check(
                                new ProjectName("shop"),
                                repo.project().environments().keySet(),
                                diagnostics));
        return diagnostics.all();
    }
}
