package dev.modmon.cli.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.modmon.cli.failure.Failure;
import dev.modmon.core.project.CommitId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeIntegrationTests {
    @TempDir Path folder;
    private Path root;

    @BeforeEach
    void write() throws IOException {
        root = Files.createDirectory(folder.resolve("a shop; 'quoted'"));
        Files.writeString(root.resolve("one.txt"), "1\n");
    }

    private Failure failure(Runnable action) {
        return assertThatExceptionOfType(Failure.class).isThrownBy(action::run).actual();
    }

    @Test
    void namesTheCommitThatIsCheckedOut() {
        WorkTree tree = WorkTree.create(root, "First");

        assertThat(WorkTree.at(root).head()).isEqualTo(tree.head());
        assertThat(tree.uncommitted()).isZero();
    }

    @Test
    void countsWhatIsNotCommittedButNotWhatIsIgnored() throws IOException {
        Files.writeString(root.resolve(".gitignore"), "ignored\n");
        WorkTree tree = WorkTree.create(root, "First");
        Files.writeString(root.resolve("one.txt"), "changed\n");
        Files.createDirectory(root.resolve("new"));
        Files.writeString(root.resolve("new/two.txt"), "2\n");
        Files.writeString(root.resolve("new/three.txt"), "3\n");
        Files.writeString(root.resolve("ignored"), "x\n");

        assertThat(tree.uncommitted()).isEqualTo(3);
        assertThat(tree.ignores(root.resolve("ignored"))).isTrue();
        assertThat(tree.ignores(root.resolve("one.txt"))).isFalse();
    }

    @Test
    void saysWhenThereIsNoRepository() {
        Failure failure = failure(() -> WorkTree.at(root));

        assertThat(failure).hasMessageContaining("is not a git repository.");
        assertThat(failure.hint()).contains("git init");
    }

    @Test
    void saysWhenThereIsNoCommit() {
        new Git(root).call("init", "--quiet");

        assertThat(failure(() -> WorkTree.at(root).head()))
                .hasMessageContaining("has no commit yet");
    }

    @Test
    void refusesAFolderInsideAnotherRepository() throws IOException {
        WorkTree.create(root, "First");
        Path inner = Files.createDirectory(root.resolve("inner"));

        assertThat(failure(() -> WorkTree.at(inner)))
                .hasMessageContaining("lies inside the git repository");
    }

    @Test
    void bundlesOnlyWhatTheReceiverLacks() throws IOException {
        CommitId first = WorkTree.create(root, "First").head();
        Files.writeString(root.resolve("two.txt"), "2\n");
        new Git(root).require("commit", "add", "--all");
        new Git(root)
                .require(
                        "commit",
                        "-c",
                        "user.name=A",
                        "-c",
                        "user.email=a@b",
                        "commit",
                        "--quiet",
                        "-m",
                        "Second");
        WorkTree tree = WorkTree.at(root);
        CommitId elsewhere = new CommitId("0123456789012345678901234567890123456789");
        Path all = folder.resolve("all.bundle");
        Path rest = folder.resolve("rest.bundle");

        tree.bundle(all, List.of(elsewhere));
        tree.bundle(rest, List.of(elsewhere, first));

        assertThat(new Git(root).call("bundle", "verify", rest.toString()).out())
                .contains(first.value());
        Path receiver = Files.createDirectory(folder.resolve("receiver"));
        Git git = new Git(receiver);
        git.require("init", "init", "--quiet", "--bare");
        git.require("fetch", "fetch", "--quiet", all.toString(), "HEAD");
        assertThat(git.call("cat-file", "-e", tree.head().value()).worked()).isTrue();
    }
}
