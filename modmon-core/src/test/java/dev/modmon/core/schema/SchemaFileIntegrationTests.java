package dev.modmon.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// The schemas in `docs/schema` are those that the tables make.
///
/// With the variable `GOLDEN_WRITE` they are written anew: `GOLDEN_WRITE=1 bin/mvn -pl modmon-core verify
/// -Dit.test=SchemaFileIntegrationTests`.
class SchemaFileIntegrationTests {
    private static final Path PUBLISHED = Path.of("../docs/schema");

    @ParameterizedTest
    @EnumSource
    void isPublishedAsTheTablesMakeIt(SchemaFile file) throws IOException {
        Path published = PUBLISHED.resolve(file.fileName());
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.createDirectories(PUBLISHED);
            Files.writeString(published, file.json());
        }

        assertThat(Files.readString(published))
                .as("%s is stale; write it anew with GOLDEN_WRITE=1", published)
                .isEqualTo(file.json());
    }

    @Test
    void leavesNothingElseThere() throws IOException {
        try (Stream<Path> files = Files.list(PUBLISHED)) {
            assertThat(files.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(SchemaFile.values()).map(SchemaFile::fileName).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isASchemaItself(SchemaFile file) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        var draft =
                registry.getSchema(
                        com.networknt.schema.SchemaLocation.of(
                                "http://json-schema.org/draft-07/schema"));

        assertThat(draft.validate(new JsonMapper().readTree(file.json()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryKeyThatIsModmonsOwn(SchemaFile file) {
        List<String> silent = new ArrayList<>();
        Descent.into(file.shape(), type -> silent.addAll(Descent.keysWithoutDescription(type)));

        assertThat(silent).isEmpty();
    }
}
