package dev.modmon.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.Database.Access;
import dev.modmon.core.project.DeployTrigger.Kind;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.MemoryTree;
import dev.modmon.core.source.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectReaderTests {
    private static final String INTRO =
            """
            # Example modmon.yaml structure
            version: 1.0
            deploy:
              type: 'swarm'
              provider: 'aws'

            environments:
              local:
              staging:
                deploy-on:
                  - created: 'git:tag'
              production:
                deploy-on:
                  - hook: 'staging_tests_passed'

            repos:
              my-app:
                url: git@github.com:mycompany/my-app.git
                type: docker
                image: my-app:{tag}
                database:
                  databases:
                    - app_db
                  users:
                    - app_user
                services:
                  web:
                    ports:
                      - target: 8080
                        published: 80
                    depends_on:
                      - postgres
                      - redis

            swarm:
              services:
                postgres:
                  image: postgres:17
                redis:
                  image: redis:7-alpine

            databases:
              app_db:
                type: 'postgres'
                users:
                  app_user:
                    access: full
            """;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void readsTheExampleOfTheIntroduction() {
        Project project = read(INTRO).orElseThrow();

        assertThat(diagnostics.all()).isEmpty();
        assertThat(project.name()).isNull();
        assertThat(project.deploy().provider()).isEqualTo("aws");
        assertThat(project.environments().keySet())
                .extracting(EnvironmentName::value)
                .containsExactly("local", "staging", "production");
        assertThat(environment(project, "staging").deployOn())
                .containsExactly(
                        new DeployTrigger(Kind.CREATED, "git:tag", new Place(Project.FILE, 11, 9)));
        assertThat(project.services().keySet())
                .extracting(ServiceName::value)
                .containsExactly("web", "postgres", "redis");
        Repo repo = project.repoOf(new ServiceName("web")).orElseThrow();
        assertThat(repo.image().value().withTag(new ImageTag("v2"))).isEqualTo("my-app:v2");
        assertThat(repo.databaseUsers())
                .extracting(Located::value)
                .containsExactly(new DatabaseUserName("app_user"));
        assertThat(repo.services().get(new ServiceName("web")).compose().toPlain())
                .isEqualTo(
                        Map.of(
                                "ports", List.of(Map.of("target", 8080L, "published", 80L)),
                                "depends_on", List.of("postgres", "redis")));
        Database database = project.databases().get(new DatabaseName("app_db"));
        assertThat(database.type()).isEqualTo(DatabaseType.POSTGRES);
        assertThat(database.users().get(new DatabaseUserName("app_user")).access())
                .isEqualTo(Access.FULL);
        assertThat(project.serviceOf(database)).contains(new ServiceName("postgres"));
    }

    @Test
    void readsWhatAnEnvironmentChanges() {
        Project project =
                read("""
                name: shop
                environments:
                  staging:
                    url: https://staging.example.com
                    cluster: big
                    services:
                      web:
                        deploy: {replicas: 3}
                """)
                        .orElseThrow();

        Environment staging = environment(project, "staging");
        assertThat(project.name()).isEqualTo(new ProjectName("shop"));
        assertThat(staging.url().value()).isEqualTo(new WebUrl("https://staging.example.com"));
        assertThat(staging.cluster().value()).isEqualTo("big");
        assertThat(staging.services().get(new ServiceName("web")).compose().has("deploy")).isTrue();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void readsTheEnvTemplatesThatThereAre() {
        MemoryTree tree =
                new MemoryTree().with(Project.FILE, INTRO).with(".env/staging.env", "A={{ENV}}\n");

        Project project = new ProjectReader(tree, diagnostics).read().orElseThrow();

        assertThat(project.envTemplates().keySet())
                .extracting(EnvironmentName::value)
                .containsExactly("staging");
    }

    @Test
    void saysWhenThisIsNoMasterRepo() {
        assertThat(new ProjectReader(new MemoryTree(), diagnostics).read()).isEmpty();

        assertThat(codes()).containsExactly("project.missing-file");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        MemoryTree tree = new MemoryTree().with(Project.FILE, new byte[] {(byte) 0xff});

        assertThat(new ProjectReader(tree, diagnostics).read()).isEmpty();
        assertThat(codes()).containsExactly("source.unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pw@example.com/x.git",
                "file:///etc",
                "ext::sh -c x",
                "-oProxyCommand=x",
                "ssh://-oProxyCommand=x/y",
                "git@-host:x",
                "git@host:-x",
                "http://example.com/x.git"
            })
    void refusesGitUrlsThatAreNotSafe(String url) {
        read("repos: {app: {url: '%s'}}".formatted(url));

        assertThat(codes()).containsExactly("config.bad-value");
        assertThat(diagnostics.all().getFirst().message()).doesNotContain("pw");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git@github.com:mycompany/my-app.git",
                "ssh://git@example.com:2222/x/y.git",
                "https://example.com/x.git"
            })
    void acceptsGitUrls(String url) {
        read("repos: {app: {url: '%s'}}".formatted(url));

        assertThat(diagnostics.all()).isEmpty();
    }

    private Optional<Project> read(String yaml) {
        return new ProjectReader(new MemoryTree().with(Project.FILE, yaml), diagnostics).read();
    }

    private static Environment environment(Project project, String name) {
        return project.environment(new EnvironmentName(name)).orElseThrow();
    }

    private List<String> codes() {
        return diagnostics.all().stream().map(Diagnostic::code).toList();
    }
}
