package dev.modmon.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTreeIntegrationTests implements SourceTreeContract {
    @TempDir Path directory;

    @Override
    public SourceTree treeOf(Map<String, byte[]> files) {
        Path root = directory.resolve("root");
        files.forEach((name, content) -> {
            try {
                Path file = root.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new DirectoryTree(root);
    }

    @Test
    void refusesALinkEvenWhenItStaysInside() throws IOException {
        SourceTree tree = treeOf(Map.of("a", new byte[0]));
        Files.createSymbolicLink(directory.resolve("root/link"), Path.of("a"));

        assertThatThrownBy(() -> tree.read("link"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("symbolic link");
    }

    @Test
    void refusesAFolderThatIsALink() throws IOException {
        SourceTree tree = treeOf(Map.of("a", new byte[0]));
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "x");
        Files.createSymbolicLink(directory.resolve("root/.modmon"), outside);

        assertThatThrownBy(() -> tree.read(".modmon/secret"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> tree.list(".modmon"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("symbolic link");
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        SourceTree tree = treeOf(Map.of("a", new byte[0]));
        Files.createSymbolicLink(directory.resolve("root/link"), Path.of("missing"));

        assertThatThrownBy(() -> tree.read("link")).isInstanceOf(SourceException.class);
    }

    @Test
    void refusesToReadAFolder() {
        SourceTree tree = treeOf(Map.of("a/b", new byte[0]));

        assertThatThrownBy(() -> tree.read("a"))
                .isInstanceOf(SourceException.class)
                .hasMessage("a is not a regular file.");
    }

    @Test
    void mayItselfBeReachedThroughALink() throws IOException {
        treeOf(Map.of("a", "x".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("root"));

        assertThat(new DirectoryTree(link).read("a")).contains(new SourceFile("a", "x"));
    }

    @Test
    void hasNothingWhenTheFolderIsMissing() {
        assertThat(new DirectoryTree(directory.resolve("nowhere")).read("a")).isEmpty();
    }
}
