package dev.modmon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.cluster.FakeCluster.Mood;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.git.WorkTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployIntegrationTests {
    private static final String SECRETS = ".modmon/secrets/staging.env";

    @TempDir Path folder;
    private final TestConsole console = TestConsole.piped();

    private Shop shop(Mood mood) {
        return Shop.in(folder, mood, console);
    }

    private static void permit(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void handsOverTheCommitAndWhatIsWanted() {
        Shop shop = shop(Mood.WELL).committed();

        ExitCode exit =
                shop.run("deploy", "staging", "--tag", "web=v1", "--tag=web=v2", "-m", "a \"b\"");

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(shop.cluster().asked())
                .containsExactly("open main", "commit", "send", "plan", "deploy", "follow job-7");
        assertThat(shop.cluster().request().commit())
                .isEqualTo(WorkTree.at(shop.root()).head().value());
        assertThat(shop.cluster().request().tags()).containsOnly(Map.entry("web", "v2"));
        assertThat(shop.cluster().request().message()).isEqualTo("a \"b\"");
        assertThat(new String(shop.cluster().bundle(), StandardCharsets.ISO_8859_1))
                .startsWith("# v2 git bundle");
        assertThat(shop.cluster().isClosed()).isTrue();
    }

    @Test
    void sendsNoCommitThatTheClusterHas() {
        Shop shop = shop(Mood.UNCHANGED).committed();

        shop.run("deploy", "staging");

        assertThat(shop.cluster().asked()).doesNotContain("send").contains("deploy");
    }

    @Test
    void worksFromAFolderInsideTheRepo() {
        Shop shop = shop(Mood.WELL).committed();

        assertThat(shop.run("-C", ".env", "plan", "staging")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void contactsNobodyWhenTheFilesAreWrong() {
        Shop shop = shop(Mood.WELL).write(".env/staging.env", "A={{NOPE}}\n").committed();

        assertThat(shop.run("deploy", "staging")).isEqualTo(ExitCode.INVALID);
        assertThat(shop.cluster().asked()).isEmpty();
    }

    @Test
    void saysWhatIsMissingWithoutGit() {
        Shop shop = shop(Mood.WELL);

        assertThat(shop.run("deploy", "staging")).isEqualTo(ExitCode.FAILED);
        assertThat(console.err()).contains("is not a git repository").contains("git init");
        assertThat(shop.cluster().asked()).isEmpty();
    }

    @Test
    void closesTheConnectionWhenTheClusterRefuses() {
        Shop shop = shop(Mood.DENYING).committed();

        assertThat(shop.run("deploy", "staging")).isEqualTo(ExitCode.DENIED);
        assertThat(shop.cluster().isClosed()).isTrue();
    }

    @Test
    void deploysAfterYes() {
        TestConsole terminal = TestConsole.terminal(80).answering("yes");
        Shop shop = Shop.in(folder, Mood.DOWNTIME, terminal).committed();

        assertThat(shop.run("deploy", "staging", "--detach")).isEqualTo(ExitCode.DONE);
        assertThat(shop.cluster().asked()).contains("deploy");
    }

    @Test
    void changesNothingWithoutAnAnswer() {
        TestConsole terminal = TestConsole.terminal(80);
        Shop shop = Shop.in(folder, Mood.DOWNTIME, terminal).committed();

        assertThat(shop.run("deploy", "staging")).isEqualTo(ExitCode.FAILED);
        assertThat(shop.cluster().asked()).doesNotContain("deploy");
    }

    @Test
    void takesSecretsFromVariablesBeforeTheFile() throws IOException {
        Shop shop =
                shop(Mood.WELL)
                        .committed()
                        .write(SECRETS, "# mail\nmail_password='from file'\nother=x\n");
        permit(shop.root().resolve(SECRETS), "rw-------");

        shop.run("plan", "staging");
        assertThat(shop.cluster().request().secrets())
                .containsOnly(Map.entry("mail_password", "from file"));

        shop.with("MODMON_SECRET_MAIL_PASSWORD", "from variable").run("plan", "staging");
        assertThat(shop.cluster().request().secrets())
                .containsOnly(Map.entry("mail_password", "from variable"));
    }

    @Test
    void refusesASecretsFileThatOthersCanRead() throws IOException {
        Shop shop = shop(Mood.WELL).committed().write(SECRETS, "mail_password=hunter2\n");
        permit(shop.root().resolve(SECRETS), "rw-r--r--");

        assertThat(shop.run("deploy", "staging")).isEqualTo(ExitCode.INVALID);
        assertThat(console.err()).contains("can be read by others").contains("chmod 600");
        assertThat(console.err()).doesNotContain("hunter2");
        assertThat(shop.cluster().asked()).isEmpty();
    }

    @Test
    void refusesASecretsFileThatGitWouldCommit() throws IOException {
        Shop shop =
                shop(Mood.WELL)
                        .write(".gitignore", "\n")
                        .committed()
                        .write(SECRETS, "mail_password hunter2\n");
        permit(shop.root().resolve(SECRETS), "rw-------");

        assertThat(shop.run("deploy", "staging")).isEqualTo(ExitCode.INVALID);
        assertThat(console.err()).contains("is not ignored by git").doesNotContain("hunter2");
    }

    @Test
    void doesNotShowALineOfTheSecretsFileThatItCannotRead() throws IOException {
        Shop shop =
                shop(Mood.WELL)
                        .committed()
                        .write(SECRETS, "a=b\nhunter2\nhunter3/x=1\nmail_password='hunter4\n");
        permit(shop.root().resolve(SECRETS), "rw-------");

        assertThat(shop.run("deploy", "staging")).isEqualTo(ExitCode.INVALID);
        assertThat(console.err())
                .contains("staging.env", "secret.bad-line", "3 errors")
                .doesNotContain("hunter");
    }

    @Test
    void readsSecretsOfSeveralLinesAndTakesDollarsAsTheyAre() throws IOException {
        Shop shop =
                shop(Mood.WELL)
                        .committed()
                        .write(
                                SECRETS,
                                "mail_password=\"pa$$ $word\nline two\" # the mail server's\n");
        permit(shop.root().resolve(SECRETS), "rw-------");

        shop.run("deploy", "staging");

        assertThat(shop.cluster().request().secrets())
                .containsOnly(Map.entry("mail_password", "pa$$ $word\nline two"));
    }

    @Test
    void warnsOfASecretThatNothingUsesAndDoesNotShowIt() throws IOException {
        Shop shop = shop(Mood.WELL).committed().write(SECRETS, "mail_pasword=hunter2\nhunter3=\n");
        permit(shop.root().resolve(SECRETS), "rw-------");

        assertThat(shop.run("plan", "staging")).isEqualTo(ExitCode.DONE);
        assertThat(console.err())
                .contains("secret.unused", "Did you mean 'mail_password'?")
                .doesNotContain("hunter");
    }

    @Test
    void followsNoLinkToSecrets() throws IOException {
        Shop shop = shop(Mood.WELL).committed();
        Path elsewhere =
                Files.writeString(folder.resolve("elsewhere.env"), "mail_password=hunter2\n");
        permit(elsewhere, "rw-------");
        Files.createDirectories(shop.root().resolve(SECRETS).getParent());
        Files.createSymbolicLink(shop.root().resolve(SECRETS), elsewhere);

        assertThat(shop.run("deploy", "staging")).isEqualTo(ExitCode.INVALID);
        assertThat(console.err()).contains("symbolic link").doesNotContain("hunter");
        assertThat(shop.cluster().asked()).isEmpty();
    }
}
