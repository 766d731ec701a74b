package dev.modmon.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [SourceTree] does.
public interface SourceTreeContract {
    /// A tree with these files.
    SourceTree treeOf(Map<String, byte[]> files);

    @Test
    default void readsAFile() {
        assertThat(tree("a/b.yaml", "x: ä\n").read("a/b.yaml"))
                .contains(new SourceFile("a/b.yaml", "x: ä\n"));
    }

    @Test
    default void knowsWhatIsNotThere() {
        SourceTree tree = tree("a/b.yaml", "x");

        assertThat(tree.read("a/c.yaml")).isEmpty();
        assertThat(tree.read("d/b.yaml")).isEmpty();
        assertThat(tree.read("a/b.yaml/c")).isEmpty();
        assertThat(tree.list("d")).isEmpty();
    }

    @Test
    default void listsNamesInOrder() {
        SourceTree tree = treeOf(Map.of("d/b", bytes(""), "d/a", bytes(""), "d/c/e", bytes("")));

        assertThat(tree.list("d")).containsExactly("a", "b", "c");
    }

    @Test
    default void dropsAByteOrderMark() {
        assertThat(tree("a", "\ufeffx").read("a")).map(SourceFile::text).contains("x");
    }

    @Test
    default void refusesWhatIsNotUtf8() {
        SourceTree tree = treeOf(Map.of("a", new byte[] {'x', (byte) 0xc3, '('}));

        assertThatThrownBy(() -> tree.read("a"))
                .isInstanceOf(SourceException.class)
                .hasMessage("a is not UTF-8 text; save it as UTF-8.");
    }

    @Test
    default void refusesAFileLargerThanFourMebibytes() {
        SourceTree tree = treeOf(Map.of("a", new byte[SourceTree.MAX_FILE_BYTES + 1]));

        assertThatThrownBy(() -> tree.read("a"))
                .isInstanceOf(SourceException.class)
                .hasMessage("a is larger than 4 MiB.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "/a", "a/../../b", ".", "a//b", "a\\b", "", "a/\u0000"})
    default void refusesPathsThatCouldLeaveTheRoot(String path) {
        SourceTree tree = tree("a", "x");

        assertThatThrownBy(() -> tree.read(path)).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> tree.list(path)).isInstanceOf(SourceException.class);
    }

    private SourceTree tree(String path, String text) {
        return treeOf(Map.of(path, bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
