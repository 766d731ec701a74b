package dev.modmon.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlyClusterIntegrationTests {
    private static final String CLUSTER =
            """
            nodes:
              - host: %s
                host-keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHV3c2VkIGZvciB0aGUgZG9jdW1lbnRhdGlvbiBvbmx5"]
            """;

    @TempDir Path repo;

    @BeforeEach
    void makeRepo() throws IOException {
        Files.createDirectories(repo.resolve(".modmon/clusters"));
        Files.writeString(repo.resolve(".modmon/modmon.yaml"), "environments: [that, is, wrong]");
    }

    @Test
    void isFoundFromAFolderOfTheRepoWithoutAWordOnTheRest() throws IOException {
        write("one", CLUSTER.formatted("10.0.0.1"));
        Path below = Files.createDirectories(repo.resolve("docs/images"));

        assertThat(OnlyCluster.of(below))
                .hasValueSatisfying(it -> assertThat(it.master().host()).isEqualTo("10.0.0.1"));
    }

    @Test
    void isNoneOfSeveral() throws IOException {
        write("one", CLUSTER.formatted("10.0.0.1"));
        write("two", CLUSTER.formatted("10.0.0.2"));

        assertThat(OnlyCluster.of(repo)).isEmpty();
    }

    @Test
    void isNoneWithMistakes() throws IOException {
        write("one", CLUSTER.formatted("10.0.0.1") + "unknown: key\n");

        assertThat(OnlyCluster.of(repo)).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(repo.resolve(".modmon/clusters/%s.yaml".formatted(name)), text);
    }
}
