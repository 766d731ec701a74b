package dev.modmon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.cluster.FakeCluster;
import dev.modmon.cli.command.Surroundings;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.git.WorkTree;
import dev.modmon.cli.project.Inspection;
import dev.modmon.cli.run.LineRunner;
import dev.modmon.core.access.AccessRules;
import dev.modmon.core.prefab.Prefab;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitIntegrationTests {
    @TempDir Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private TestConsole console = TestConsole.terminal(100);

    @BeforeEach
    void prepareKey() throws IOException {
        Files.createDirectories(folder.resolve("home/.ssh"));
        SshKeyPair.generate().write(folder.resolve("home/.ssh/id_ed25519"), "me");
        environment.put("HOME", folder.resolve("home").toString());
    }

    private ExitCode run(String... words) {
        Surroundings here =
                new Surroundings(
                        console.console(),
                        environment,
                        folder,
                        new FakeCluster(FakeCluster.Mood.WELL),
                        Clock.systemUTC());
        return new LineRunner(
                        CommandCatalogue.of(here),
                        console.console(),
                        environment,
                        _ -> ExitCode.DONE)
                .run(List.of(words));
    }

    private Path shop() {
        return folder.resolve("shop");
    }

    private String text(String file) throws IOException {
        return Files.readString(shop().resolve(file));
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private void isValid() {
        Inspection made = Inspection.of(shop()).withRest();
        assertThat(made.diagnostics()).isEmpty();
    }

    @Test
    void makesAValidRepositoryOfTheUsualAnswers() throws IOException {
        assertThat(run("init", "shop", "--yes")).isEqualTo(ExitCode.DONE);

        isValid();
        assertThat(text(".modmon/modmon.yaml"))
                .startsWith("# yaml-language-server: $schema=schema/modmon.json\n")
                .contains("name: shop\n")
                .contains("environments:\n  local:\n  staging:\n  production:\n");
        assertThat(shop().resolve(".env/staging.env")).content().contains("APP_ENV={{ENV}}");
        assertThat(text(".modmon/access.yaml"))
                .startsWith("# yaml-language-server: $schema=schema/access.json\n");
        assertThat(shop().resolve(".modmon/schema"))
                .isDirectoryContaining(file -> file.endsWith("modmon.json"))
                .isDirectoryContaining(file -> file.endsWith("access.json"));
        assertThat(text(".gitignore")).contains("/.modmon/secrets/\n");
        assertThat(text(".modmon/pubkeys/" + userIn(shop()))).startsWith("ssh-ed25519 ");
        assertThat(WorkTree.at(shop()).uncommitted()).isZero();
        assertThat(WorkTree.at(shop()).head()).isNotNull();
    }

    private static String userIn(Path repo) {
        AccessRules access = Inspection.of(repo).repo().orElseThrow().access();
        return access.users().firstEntry().getKey().value();
    }

    @Test
    void asksUntilTheAnswersFit() throws IOException {
        console.answering(
                "My Shop",
                "shop",
                "",
                "ghcr.io/acme/shop",
                "eighty",
                "80:3000",
                "postgres, radis",
                "postgres, redis",
                "alex",
                "/no/such/key",
                "");

        assertThat(run("init", "shop")).isEqualTo(ExitCode.DONE);

        isValid();
        assertThat(console.err())
                .contains("Project name 'My Shop' must be")
                .contains("Port 'eighty' must be a number")
                .contains("There is no template 'radis'")
                .contains("There is no file '/no/such/key'");
        assertThat(text(".modmon/modmon.yaml"))
                .contains("image: ghcr.io/acme/shop:{tag}")
                .contains("- target: 3000\n            published: 80")
                .contains("depends_on:\n          - postgres\n          - redis")
                .contains("app_db:\n    type: postgres\n    service: postgres");
        assertThat(text(".env/production.env"))
                .contains("DB_HOST={{DB['app_db'].HOST}}")
                .contains("REDIS_HOST={{SERVICES['redis'].HOST}}");
        assertThat(text(".modmon/access.yaml")).contains("alex:\n    roles: admin\n    keys: alex");
    }

    @Test
    void leavingAtAQuestionLeavesNothing() throws IOException {
        List<Path> before = in(folder);
        console.answering("shop", "local");

        assertThat(run("init", "shop")).isEqualTo(ExitCode.INTERRUPTED);

        assertThat(console.err()).contains("Nothing was written.");
        assertThat(in(folder)).isEqualTo(before);
    }

    @Test
    void saysWhichOptionIsMissingWhereNobodyCanBeAsked() throws IOException {
        console = TestConsole.piped();
        List<Path> before = in(folder);

        assertThat(run("init", "shop")).isEqualTo(ExitCode.USAGE);

        assertThat(console.err()).contains("--name is missing").contains("'--yes'");
        assertThat(in(folder)).isEqualTo(before);
    }

    @Test
    void takesEverythingFromOptions() throws IOException {
        console = TestConsole.piped();
        String prefabs =
                Arrays.stream(Prefab.values())
                        .filter(it -> it.kind() != Prefab.Kind.APP)
                        .map(Prefab::toString)
                        .collect(Collectors.joining(","));

        assertThat(
                        run(
                                "init",
                                "shop",
                                "--name",
                                "my-shop",
                                "--environments",
                                "test,live",
                                "--app",
                                "web=ghcr.io/acme/web",
                                "--app",
                                "api=ghcr.io/acme/api:v1",
                                "--port",
                                "80:8080",
                                "--prefab",
                                prefabs,
                                "--user",
                                "sam",
                                "--key",
                                folder.resolve("home/.ssh/id_ed25519.pub").toString(),
                                "--json"))
                .as(console.err())
                .isEqualTo(ExitCode.DONE);

        isValid();
        assertThat(console.out())
                .contains("\"project\" : \"my-shop\"")
                .contains("\"committed\" : true");
        assertThat(text(".env/live.env")).isEqualTo(text(".env/test.env"));
    }

    @Test
    void imports() throws IOException {
        Files.writeString(
                folder.resolve("compose.yaml"),
                "services:\n  # The page\n  page:\n    image: nginx:1\n");

        assertThat(run("init", "shop", "--from", "compose.yaml", "--yes"))
                .as(console.err())
                .isEqualTo(ExitCode.DONE);

        assertThat(text(".modmon/modmon.yaml"))
                .startsWith("# yaml-language-server: $schema=schema/modmon.json\n")
                .contains("# The page\n")
                .contains("image: nginx:1")
                .contains("name: shop");
        assertThat(Inspection.of(shop()).withRest().hasErrors()).isFalse();
    }

    @Test
    void keepsWhatIsInTheFolderAndCommitsNoneOfIt() throws IOException {
        Files.createDirectories(shop());
        Files.writeString(shop().resolve("notes.txt"), "mine");
        Files.writeString(shop().resolve(".gitignore"), "*.log");

        assertThat(run("init", "shop", "--yes")).isEqualTo(ExitCode.DONE);

        assertThat(text("notes.txt")).isEqualTo("mine");
        assertThat(text(".gitignore")).startsWith("*.log\n/depot/\n");
        assertThat(shop().resolve(".git")).isDirectory();
        assertThat(console.err()).contains("Commit it when");
    }

    @Test
    void refusesFoldersThatAreTaken() throws IOException {
        run("init", "shop", "--yes");
        List<Path> before = in(folder);

        assertThat(run("init", "shop", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(run("init", "shop/inner", "--yes")).isEqualTo(ExitCode.FAILED);

        assertThat(console.err())
                .contains("is a master repo already")
                .contains("lies inside the git repository");
        assertThat(in(folder)).isEqualTo(before);
    }

    @Test
    void leavesNothingBehindWhenAFileCannotBeWritten() throws IOException {
        Files.createDirectories(shop());
        Files.writeString(shop().resolve(".env"), "a file, where a folder should be");
        List<Path> before = new ArrayList<>(in(folder));

        assertThat(run("init", "shop", "--yes")).isEqualTo(ExitCode.FAILED);

        assertThat(in(folder)).isEqualTo(before);
    }

    @Test
    void printsWhatTheDocumentationShows() throws IOException {
        List<String> answers =
                List.of(
                        "",
                        "staging, production",
                        "ghcr.io/acme/shop",
                        "80:3000",
                        "postgres, redis",
                        "alex",
                        "");
        console.answering(answers.toArray(String[]::new));

        run("init", "shop");

        String shown =
                Files.readString(Path.of("../docs/init.md"))
                        .split("<!-- session: init -->\n```console\n")[1]
                        .split("```")[0];
        assertThat(shown).isEqualTo("$ modmon init shop\n" + conversation(answers));
    }

    /// As a terminal shows it: answers behind their questions.
    private String conversation(List<String> answers) {
        StringBuilder questions = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        int next = 0;
        for (String line : console.err().lines().toList()) {
            boolean question = line.endsWith(": ");
            String whole = (question ? line + answers.get(next++) : line) + "\n";
            (next == answers.size() && !question ? rest : questions).append(whole);
        }
        return (questions + console.out() + rest)
                .replace(folder.resolve("home").toString(), "/home/alex")
                .replace(folder.toString(), "/srv")
                .replaceAll("Your name in it \\[[^]]+]", "Your name in it [USER]");
    }
}
