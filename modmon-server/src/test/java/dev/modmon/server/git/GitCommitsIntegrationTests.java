package dev.modmon.server.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.source.SourceException;
import dev.modmon.core.source.SourceTree;
import dev.modmon.server.TestRepo;
import dev.modmon.server.job.UnusableBundleException;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCommitsIntegrationTests {
    private static final ProjectName SHOP = new ProjectName("shop");

    @TempDir Path directory;
    private TestRepo repo;
    private GitCommits commits;

    @BeforeEach
    void prepare() throws Exception {
        repo = new TestRepo(directory.resolve("repo"));
        commits = new GitCommits(Files.createDirectory(directory.resolve("repos")));
    }

    @Test
    void readsTheFilesOfACommit() throws Exception {
        SourceTree tree = accepted();

        assertThat(tree.read(".modmon/modmon.yaml"))
                .hasValueSatisfying(f -> assertThat(f.text()).isEqualTo(TestRepo.PROJECT_FILE));
        assertThat(tree.read(".modmon/none.yaml")).isEmpty();
        assertThat(tree.read(".modmon")).isEmpty();
        assertThat(tree.list(".env")).containsExactly("other.env", "test.env");
        assertThat(tree.list("none")).isEmpty();
    }

    @Test
    void readsOnlyThatCommit() throws Exception {
        repo.write("notes", "first");
        SourceTree first = accepted();
        repo.write("notes", "second");
        SourceTree second = accepted();

        assertThat(first.read("notes").orElseThrow().text()).isEqualTo("first");
        assertThat(second.read("notes").orElseThrow().text()).isEqualTo("second");
    }

    @Test
    void followsNoLink() throws Exception {
        Files.createSymbolicLink(repo.folder().resolve("link"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(repo.folder().resolve("folder"), Path.of(".env"));
        SourceTree tree = accepted();

        assertThatThrownBy(() -> tree.read("link"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("'link' is or goes through a symbolic link");
        assertThatThrownBy(() -> tree.read("folder/test.env")).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> tree.list("folder")).isInstanceOf(SourceException.class);
    }

    @Test
    void entersNoSubmodule() throws Exception {
        repo.commit();
        String head = repo.git("rev-parse", "HEAD").strip();
        repo.git("update-index", "--add", "--cacheinfo", "160000," + head + ",sub");
        repo.git("commit", "--quiet", "--message", "Submodule");
        CommitId commit = new CommitId(repo.git("rev-parse", "HEAD").strip());
        commits.accept(SHOP, new ByteArrayInputStream(repo.bundle()));
        SourceTree tree = commits.tree(SHOP, commit).orElseThrow();

        assertThatThrownBy(() -> tree.read("sub/file"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("submodule");
    }

    @Test
    void neverLeavesTheTree() throws Exception {
        SourceTree tree = accepted();

        for (String path :
                new String[] {"../x", ".modmon/../../x", "/etc/passwd", "a//b", ".", ""}) {
            assertThatThrownBy(() -> tree.read(path)).isInstanceOf(SourceException.class);
        }
    }

    @Test
    void readsNoFileThatIsTooLargeOrNoText() throws Exception {
        repo.write("large", "x".repeat(SourceTree.MAX_FILE_BYTES + 1));
        Files.write(repo.folder().resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
        SourceTree tree = accepted();

        assertThatThrownBy(() -> tree.read("large")).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> tree.read("binary")).isInstanceOf(SourceException.class);
    }

    @Test
    void keepsNothingOfABundleThatIsCutOff() throws Exception {
        CommitId commit = new CommitId(repo.commit());
        byte[] bundle = repo.bundle();
        byte[] half = Arrays.copyOf(bundle, bundle.length - 30);

        assertThatThrownBy(() -> commits.accept(SHOP, new ByteArrayInputStream(half)))
                .isInstanceOf(UnusableBundleException.class);

        assertThat(commits.tree(SHOP, commit)).isEmpty();
        assertThat(commits.latest(SHOP)).isEmpty();
    }

    @Test
    void refusesABundleForSeveralCommits() throws Exception {
        repo.commit();
        repo.git("branch", "side");
        repo.write("notes", "more").commit();
        Path file = directory.resolve("both");
        repo.git("bundle", "create", "--quiet", file.toString(), "main", "side");

        assertThatThrownBy(() ->
                        commits.accept(SHOP, new ByteArrayInputStream(Files.readAllBytes(file))))
                .isInstanceOf(UnusableBundleException.class)
                .hasMessageContaining("exactly one commit; this one is for 2");
    }

    @Test
    void keepsProjectsApart() throws Exception {
        CommitId commit = new CommitId(repo.commit());
        commits.accept(SHOP, new ByteArrayInputStream(repo.bundle()));

        assertThat(commits.tree(new ProjectName("other"), commit)).isEmpty();
    }

    private SourceTree accepted() throws Exception {
        CommitId commit = new CommitId(repo.commit());
        assertThat(commits.accept(SHOP, new ByteArrayInputStream(repo.bundle()))).isEqualTo(commit);
        return commits.tree(SHOP, commit).orElseThrow();
    }
}
