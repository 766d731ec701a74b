package dev.modmon.core.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.importer.ImportPlan.Content;
import dev.modmon.core.project.EnvironmentName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportPlannerTests {
    private static final String HEAD =
            """
            version: 1.0
            deploy:
              type: swarm

            environments:
              local:

            swarm:
            """;

    private final FakeOriginals originals = new FakeOriginals();
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void keepsCommentsOrderAnchorsAndQuotes() {
        String body =
                """
                # A shop.
                x-log: &log {driver: json-file}

                services:
                    web:   # the page
                      image: 'nginx:1'
                      logging: *log
                      command: >-
                        one
                          two

                        three
                    db: {image: "postgres:17"}
                volumes:
                  data:
                """;

        assertThat(project(body)).isEqualTo(HEAD + body.indent(2).replace("  \n", "\n"));
    }

    @Test
    void leavesOutTheVersionAndMovesTheName() {
        String text = project("version: '3.8'\nname: My_Shop\nservices:\n  web: {image: nginx}\n");

        assertThat(text)
                .isEqualTo(
                        HEAD.replace("version: 1.0\n", "version: 1.0\nname: my-shop\n")
                                + "  services:\n    web: {image: nginx}\n");
    }

    @Test
    void keepsBracesOfOtherLanguagesLiteralInEveryStyle() {
        String text =
                project(
                        """
                        services:
                          web:
                            image: nginx # {{ comment }}
                            hostname: "{{.Node.Hostname}}"
                            labels: ['a={{ index .L "x" }}', b={{.X}}]
                            command: |
                              {{ range . }}
                            user: one
                              {{two}}
                        """
                                .replace(", b={{.X}}", ""));

        assertThat(text)
                .endsWith(
                        """
                          services:
                            web:
                              image: nginx # {{ comment }}
                              hostname: "{{'{{'}}.Node.Hostname}}"
                              labels: ['a={{''{{''}} index .L "x" }}']
                              command: |
                                {{'{{'}} range . }}
                              user: one
                                {{'{{'}}two}}
                        """);
    }

    @Test
    void writesAnewWhatIsNoBlockYaml() {
        String text =
                project(
                        "{\"services\": {\"web\": {\"image\": \"n\", \"tty\": true, \"x-n\": null}}}");

        assertThat(text)
                .isEqualTo(
                        HEAD
                                + "  services:\n    web:\n      image: 'n'\n      tty: true\n      x-n: null\n");
    }

    @Test
    void takesWindowsLineEndsAndDocumentMarks() {
        String text = project("---\r\nservices:\r\n  web: {image: nginx}\r\n...\r\n");

        assertThat(text).isEqualTo(HEAD + "  services:\n    web: {image: nginx}\n");
    }

    @Test
    void addsNoLineBreakToABlockTextThatEndsTheFile() {
        String open = "services:\n  web:\n    command: |\n      one\n      two";

        assertThat(project(open)).isEqualTo(HEAD + open.indent(2).stripTrailing());
        originals.with("/a/base.yml", "services: {}\n");
        assertThat(text(plan("/a", "/a/base.yml", "/a/c.yml").orElseThrow(), ".modmon/modmon.yaml"))
                .contains("command: \"one\\ntwo\"\n");
    }

    @Test
    void makesTheSecondFileTheEnvironmentsOverrides() {
        originals
                .with("/a/compose.yml", "services:\n  web: {image: nginx}\n")
                .with("/a/prod.yml", "# for production\nservices:\n  web: {ports: ['80:80']}\n");

        ImportPlan plan = plan("/a", "/a/compose.yml", "/a/prod.yml").orElseThrow();

        assertThat(text(plan, ".modmon/modmon.yaml"))
                .isEqualTo(
                        """
                        version: 1.0
                        deploy:
                          type: swarm

                        environments:
                          local:
                            # for production
                            services:
                              web: {ports: ['80:80']}

                        swarm:
                          services:
                            web: {image: nginx}
                        """);
    }

    @Test
    void includesMoreFilesAsAListThatIsMerged() {
        originals
                .with("/a/1.yml", "services:\n  web: {image: a}\n")
                .with("/a/2.yml", "services:\n  web: {image: b}\n")
                .with("/a/3.yml", "services:\n  web: {image: c}\n");

        ImportPlan plan = plan("/a", "/a/1.yml", "/a/2.yml", "/a/3.yml").orElseThrow();

        assertThat(text(plan, ".modmon/modmon.yaml"))
                .endsWith(
                        """
                        swarm:
                          include:
                            - path:
                                - 'compose/1-1.yml'
                                - 'compose/2-2.yml'
                                - 'compose/3-3.yml'
                              project_directory: .
                        """);
        assertThat(text(plan, "compose/2-2.yml")).isEqualTo("services:\n  web: {image: b}\n");
    }

    @Test
    void givesTheEnvironmentTheVariablesAndWarnsOfSecrets() {
        originals
                .with("/a/.env", "# for all\nTAG=1\nDB_PASSWORD=x\nT={{y}}\nEMPTY_TOKEN=\n")
                .with("/a/c.yml", "services:\n  web: {image: 'nginx:${TAG}'}\n");

        ImportPlan plan = plan("/a", "/a/c.yml").orElseThrow();

        assertThat(text(plan, ".env/local.env"))
                .isEqualTo("# for all\nTAG=1\nDB_PASSWORD=x\nT={{'{{'}}y}}\nEMPTY_TOKEN=\n");
        assertThat(plan.notes()).singleElement().asString().contains("(DB_PASSWORD)");
    }

    @Test
    void copiesWhatTheFileNeedsIntoAnotherFolder() {
        originals
                .with(
                        "/a/c.yml",
                        """
                        services:
                          web:
                            image: nginx
                            env_file: [web.env, {path: missing.env, required: false}]
                            volumes: ['./conf:/conf:ro', './absent:/x', '.:/all', 'named:/n']
                            extends: {file: parts/base.yml, service: base}
                            build: ./web
                        secrets:
                          key: {file: ./keys/key.txt}
                        """)
                .with("/a/web.env", "A=1")
                .with("/a/conf/one", "1")
                .with("/a/conf/sub/two", "2")
                .with("/a/keys/key.txt", "k")
                .with("/a/parts/base.yml", "services:\n  base: {env_file: base.env}\n")
                .with("/a/parts/base.env", "B=1")
                .with("/a/web/Dockerfile", "FROM x");

        ImportPlan plan = plan("/b/repo", "/a/c.yml").orElseThrow();

        assertThat(plan.files().keySet())
                .containsExactlyInAnyOrder(
                        ".modmon/modmon.yaml",
                        "web.env",
                        "conf/one",
                        "conf/sub/two",
                        "keys/key.txt",
                        "parts/base.yml",
                        "parts/base.env");
        assertThat(plan.ignored()).contains("/keys/key.txt");
        assertThat(plan.notes()).anyMatch(note -> note.contains("'./web'"));
        assertThat(plan.notes()).anyMatch(note -> note.contains("'.'"));
    }

    @Test
    void leadsToWhatLiesOutsideFromTheNewFolder() {
        originals
                .with(
                        "/a/deploy/c.yml",
                        """
                        services:
                          web:
                            build: # the source
                              context: ../web
                              additional_contexts: ["data=../data", img=docker-image://x]
                            env_file: ../shared.env
                            volumes: ["../data:/data"]
                        """)
                .with("/a/shared.env", "A=1");

        ImportPlan plan = plan("/b", "/a/deploy/c.yml").orElseThrow();

        assertThat(text(plan, ".modmon/modmon.yaml"))
                .endsWith(
                        """
                          services:
                            web:
                              build: # the source
                                context: '../a/web'
                                additional_contexts: ['data=../a/data', img=docker-image://x]
                              env_file: './imported/shared.env'
                              volumes: ['../a/data:/data']
                        """);
        assertThat(plan.files().get("imported/shared.env"))
                .isEqualTo(new Content.CopyOf(Path.of("/a/shared.env")));
    }

    @Test
    void findsPathsBehindVariablesAndTheProjectsOwnEnvFile() {
        originals
                .with("/a/.env", "PARTS=parts\n")
                .with(
                        "/a/c.yml",
                        """
                        services:
                          web:
                            env_file: [.env, "${PARTS}/${WHICH:-web}.env", /etc/web.env]
                            volumes: ["./.env:/app/.env"]
                        """)
                .with("/a/parts/web.env", "A=1")
                .with("/etc/web.env", "A=2");

        ImportPlan plan = plan("/b", "/a/c.yml").orElseThrow();

        assertThat(text(plan, ".modmon/modmon.yaml"))
                .endsWith(
                        """
                            web:
                              env_file: ['./.env/local.env', "${PARTS}/${WHICH:-web}.env", './imported/web.env']
                              volumes: ["./.env:/app/.env"]
                        """);
        assertThat(plan.files().keySet())
                .containsExactly(
                        ".modmon/modmon.yaml",
                        "parts/web.env",
                        "imported/web.env",
                        ".env/local.env");
        assertThat(plan.notes()).anyMatch(note -> note.startsWith("'./.env' is used as a file"));
    }

    @Test
    void namesTheProjectAsComposeWould() {
        originals
                .with("/a/.env", "COMPOSE_PROJECT_NAME=From_Env\n")
                .with("/a/c.yml", "services:\n  web: {image: nginx}\n")
                .with("/b/c.yml", "name: ${NAME:-given}\nservices:\n  web: {image: nginx}\n");

        assertThat(text(plan("/x", "/a/c.yml").orElseThrow(), ".modmon/modmon.yaml"))
                .contains("\nname: from-env\n");
        assertThat(text(plan("/x", "/b/c.yml").orElseThrow(), ".modmon/modmon.yaml"))
                .contains("\nname: given\n");
        assertThat(text(plan("/---", "/b/c.yml").orElseThrow(), ".modmon/modmon.yaml"))
                .contains("\nname: given\n");
    }

    @Test
    void choosesTheProfilesThatTheEnvFileChooses() {
        originals
                .with("/a/.env", "COMPOSE_PROFILES=debug, tools\n")
                .with("/a/c.yml", "services:\n  web: {image: nginx, profiles: [debug]}\n");

        assertThat(text(plan("/x", "/a/c.yml").orElseThrow(), ".modmon/modmon.yaml"))
                .contains("\n  local:\n    profiles: ['debug', 'tools']\n");
    }

    @Test
    void explainsWhatIsNoComposeFile() {
        originals.with("/a/list.yml", "- a\n").with("/a/empty.yml", "# nothing\n");

        assertThat(plan("/a", "/a/list.yml", "/a/empty.yml", "/a/absent.yml")).isEmpty();

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(
                        "import.no-compose-file", "import.empty-file", "import.no-file");
    }

    private String project(String compose) {
        originals.with("/a/c.yml", compose);
        return text(plan("/a", "/a/c.yml").orElseThrow(), ".modmon/modmon.yaml");
    }

    private Optional<ImportPlan> plan(String into, String... files) {
        return new ImportPlanner(originals, diagnostics)
                .plan(
                        new ImportRequest(
                                Stream.of(files).map(Path::of).toList(),
                                Path.of(into),
                                new EnvironmentName("local"),
                                "swarm"));
    }

    private static String text(ImportPlan plan, String file) {
        return plan.files().get(file) instanceof Content.Text(var text) ? text : "no text";
    }
}
