package dev.modmon.core.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/compose-keys.md` is the page that the tables make.
///
/// With the variable `GOLDEN_WRITE` it is written anew: `GOLDEN_WRITE=1 bin/mvn -pl modmon-core verify
/// -Dit.test=KeysPageIntegrationTests`.
class KeysPageIntegrationTests {
    private static final Path PUBLISHED = Path.of("../docs/compose-keys.md");

    @Test
    void isPublishedAsTheTablesMakeIt() throws IOException {
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.writeString(PUBLISHED, KeysPage.markdown());
        }

        assertThat(Files.readString(PUBLISHED))
                .as("%s is stale; write it anew with GOLDEN_WRITE=1", PUBLISHED)
                .isEqualTo(KeysPage.markdown());
    }

    @Test
    void tellsOfEveryKeyOfAService() {
        String page = KeysPage.markdown();

        assertThat(ComposeSpecification.SERVICE.keys())
                .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    }
}
