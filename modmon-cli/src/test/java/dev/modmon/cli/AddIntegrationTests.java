package dev.modmon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.cli.cluster.FakeCluster.Mood;
import dev.modmon.cli.failure.ExitCode;
import dev.modmon.cli.project.Inspection;
import dev.modmon.core.prefab.Prefab;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddIntegrationTests {
    private static final String PROJECT = ".modmon/modmon.yaml";

    @TempDir Path folder;
    private TestConsole console = TestConsole.piped();

    private Shop shop() {
        return Shop.in(folder, Mood.WELL, console).committed();
    }

    private static String text(Shop shop, String file) throws IOException {
        return Files.readString(shop.root().resolve(file));
    }

    private static Map<String, String> files(Shop shop) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(shop.root())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = shop.root().relativize(file).toString();
                if (!name.startsWith(".git/")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }

    private void runs(Shop shop, String... words) {
        assertThat(shop.run(words)).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(Inspection.of(shop.root()).withRest().hasErrors()).isFalse();
    }

    @Test
    void addsAServiceFromATemplate() throws IOException {
        Shop shop = shop();
        String before = text(shop, PROJECT);

        runs(shop, "add", "service", "search", "--prefab", "meilisearch");

        assertThat(text(shop, PROJECT))
                .startsWith(before)
                .contains("    search:\n      image: getmeili/meilisearch:")
                .endsWith("  volumes:\n    search-data:\n");
        assertThat(text(shop, ".env/staging.env")).contains("SEARCH_KEY={{SECRETS['search_key']}}");
        assertThat(text(shop, ".env/production.env")).contains("# Service 'search'.\n");
        assertThat(console.out())
                .contains("Added service 'search'.")
                .contains("changed  " + PROJECT);
        assertThat(console.err()).contains("Give the secret 'search_key'");
    }

    @Test
    void addsAServiceFromAnImage() throws IOException {
        Shop shop = shop();

        runs(shop, "add", "service", "mail", "--image", "axllent/mailpit:v1", "--port", "8025");

        assertThat(text(shop, PROJECT))
                .contains(
                        "    mail:\n      image: axllent/mailpit:v1\n      restart: unless-stopped\n      expose: [8025]\n");
        assertThat(console.err()).contains("Add a 'healthcheck'");
    }

    @Test
    void addsAServiceToARepo() throws IOException {
        Shop shop = shop();

        runs(shop, "add", "service", "jobs", "--prefab", "worker", "--repo", "web");

        assertThat(text(shop, PROJECT)).contains("          - api\n      jobs:\n");
    }

    @Test
    void asksForWhatIsNotSaid() throws IOException {
        console = TestConsole.terminal(80).answering("", "redis", "cache", "queue");
        Shop shop = shop();

        assertThat(shop.run("add", "service")).isEqualTo(ExitCode.INVALID);
        assertThat(console.err())
                .contains("An answer is needed")
                .contains("'swarm.services.cache' is there already");
    }

    @Test
    void addsADatabaseWithItsServerAndVariables() throws IOException {
        Shop shop = shop();

        runs(shop, "add", "database", "app_db", "--type", "postgres");
        runs(shop, "add", "database", "orders", "--type", "postgres", "--user", "clerk");
        runs(shop, "add", "database", "cache_db", "--type", "redis");

        assertThat(text(shop, PROJECT))
                .contains(
                        "  app_db:\n    type: postgres\n    service: postgres\n    users:\n      app_user:\n        access: full\n")
                .contains(
                        "  orders:\n    type: postgres\n    service: orders\n    users:\n      clerk:\n")
                .contains("  cache_db:\n    type: redis\n    service: cache\n")
                .contains("    postgres:\n      image: postgres:17\n")
                .contains("    orders:\n      image: postgres:17\n");
        assertThat(text(shop, ".env/staging.env"))
                .contains("DB_PASSWORD={{DB['app_db'].PASS}}")
                .contains("ORDERS_USERNAME={{DB['orders'].USER}}")
                .contains("CACHE_DB_HOST={{DB['cache_db'].HOST}}")
                .doesNotContain("POSTGRES_HOST");
    }

    @Test
    void namesTheServerOfADatabaseThatDidNotNeedTo() throws IOException {
        Shop shop = shop();
        Files.writeString(
                shop.root().resolve(PROJECT),
                text(shop, PROJECT)
                        + "    pg: {image: postgres:16, volumes: [data:/var/lib/postgresql/data]}\n"
                        + "  volumes: {data: {}}\n"
                        + "databases: # of the shop\n  app_db: {type: postgres, users: {app: }}\n");

        runs(shop, "add", "database", "more", "--type", "postgres");

        assertThat(text(shop, PROJECT))
                .contains("  app_db: {type: postgres, users: {app: }, service: pg}\n  more:\n")
                .contains("  volumes: {data: {}, postgres-data: null}\n");
    }

    @Test
    void addsARepo() throws IOException {
        Shop shop = shop();

        runs(
                shop,
                "add",
                "repo",
                "blog",
                "--url",
                "git@github.com:acme/blog.git",
                "--image",
                "ghcr.io/acme/blog",
                "--port",
                "8081:3000");

        assertThat(text(shop, PROJECT))
                .contains(
                        "  blog:\n    url: git@github.com:acme/blog.git\n    type: docker\n    image: ghcr.io/acme/blog:{tag}\n");
    }

    @Test
    void addsAnEnvironmentAfterTheModelOfAnother() throws IOException {
        Shop shop = shop();

        runs(
                shop,
                "add",
                "environment",
                "uat",
                "--from",
                "staging",
                "--url",
                "https://uat.example.com");

        assertThat(text(shop, PROJECT))
                .contains(
                        "  production:\n    cluster: main\n  uat:\n    url: https://uat.example.com\n    cluster: main\n");
        assertThat(text(shop, ".env/uat.env")).isEqualTo(text(shop, ".env/staging.env"));
        assertThat(shop.run("add", "environment", "x", "--from", "stagin"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("Did you mean 'staging'?");
    }

    @Test
    void addsAUserWithTheirKey() throws IOException {
        Shop shop = shop();
        Path key = folder.resolve("sarah");
        SshKeyPair.generate().write(key, "sarah@laptop");

        assertThat(shop.run("add", "user", "sarah", "--key", key.toString(), "--role", "admin"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("private key").doesNotContain("BEGIN");
        runs(shop, "add", "user", "sarah", "--key", key + ".pub", "--role", "admin");

        assertThat(text(shop, ".modmon/access.yaml"))
                .contains("  sarah:\n    roles: admin\n    keys: sarah\n");
        assertThat(text(shop, ".modmon/pubkeys/sarah"))
                .startsWith("ssh-ed25519 ")
                .endsWith(" sarah\n");
    }

    @Test
    void writesNothingWhenTheResultWouldBeWrong() throws IOException {
        Shop shop = shop();
        Map<String, String> before = files(shop);

        assertThat(shop.run("add", "service", "web", "--prefab", "nginx"))
                .isEqualTo(ExitCode.INVALID);
        assertThat(shop.run("add", "database", "x", "--type", "postgres", "--service", "nope"))
                .isEqualTo(ExitCode.INVALID);
        assertThat(shop.run("add", "environment", "uat", "--cluster", "nope"))
                .isEqualTo(ExitCode.INVALID);
        assertThat(shop.run("add", "service", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(shop.run("add", "service", "--prefab", "redis")).isEqualTo(ExitCode.USAGE);
        assertThat(shop.run("add", "repo", "x")).isEqualTo(ExitCode.USAGE);

        assertThat(files(shop)).isEqualTo(before);
        assertThat(console.err())
                .contains("There is another service called 'web'")
                .contains("Nothing was written");
    }

    @Test
    void leavesOldMistakesToTheUser() throws IOException {
        Shop shop = shop().write(".env/staging.env", "A={{ENVV}}\n");

        assertThat(shop.run("add", "service", "q", "--prefab", "redis"))
                .as(console.err())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void putsAllFilesBackWhenOneCannotBeWritten() throws IOException {
        Shop shop = shop();
        Files.delete(shop.root().resolve(".env/staging.env"));
        Files.createSymbolicLink(
                shop.root().resolve(".env/staging.env"), Path.of("production.env"));
        Map<String, String> before = files(shop);

        assertThat(shop.run("add", "service", "q", "--prefab", "redis"))
                .isNotEqualTo(ExitCode.DONE);

        assertThat(files(shop)).isEqualTo(before);
    }

    @Test
    void printsJson() throws IOException {
        Shop shop = shop();

        runs(shop, "add", "service", "q", "--prefab", "redis", "--json");

        assertThat(console.out())
                .contains("\"added\" : \"service\"")
                .contains(
                        "\"files\" : [ \".env/production.env\", \".env/staging.env\", \".modmon/modmon.yaml\" ]");
    }

    @Test
    void helpNamesEveryTemplate() {
        Shop shop = shop();

        shop.run("help", "add", "service");

        assertThat(console.out())
                .contains(Arrays.stream(Prefab.values()).map(Prefab::toString).toList());
    }

    @Test
    void explainsWhatCanBeAdded() {
        Shop shop = shop();

        assertThat(shop.run("help", "add")).isEqualTo(ExitCode.DONE);
        assertThat(shop.run("add", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(shop.run("add")).isEqualTo(ExitCode.USAGE);

        assertThat(console.out()).contains("add database [NAME]");
        assertThat(console.err())
                .contains("'add' what?")
                .contains("One of: add service, add database");
    }
}
