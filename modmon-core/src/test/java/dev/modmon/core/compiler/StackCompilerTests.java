package dev.modmon.core.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.StackSecrets;
import dev.modmon.core.compose.UpdatePolicy.Order;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.DatabaseName;
import dev.modmon.core.project.DatabaseUserName;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ProjectReader;
import dev.modmon.core.project.Script;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.SourceFile;
import dev.modmon.core.source.SourceTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackCompilerTests {
    private final Map<String, String> files = new HashMap<>();
    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void listsTheSecretsThatTheStackNeeds() {
        modmon(
                """
                environments:
                  production:
                repos:
                  app:
                    image: app:1
                    services: {app: }
                swarm:
                  services:
                    db: {image: 'postgres:17', volumes: ['data:/data']}
                  volumes: {data: }
                databases:
                  shop: {type: postgres, users: {shop: {access: full}}}
                """);
        env(
                "A={{SECRETS['mail.pass']}}\nB={{SCRIPTS['app-key']}}\nC={{false ? SECRETS['never'] : 'x'}}\n");

        CompiledStack compiled = compile(ImageTags.of(Map.of()));

        assertThat(compiled.secrets())
                .containsExactly(
                        new SecretRef.DatabasePassword(
                                new DatabaseName("shop"), new DatabaseUserName("shop")),
                        new SecretRef.Script(Script.appKey().name(), Script.appKey().generator()),
                        new SecretRef.Given("mail.pass"));
        assertThat(compiled.secrets().stream().map(SecretRef::placeholder))
                .containsExactlyElementsOf(StackSecrets.variables(compiled.stack()));
        assertThat(compiled.secrets().last().placeholder()).isEqualTo("MODMON_SECRET_MAIL_PASS");
        assertThat(variable(compiled, "app", "A"))
                .isEqualTo(EnvValue.secret("${MODMON_SECRET_MAIL_PASS}"));
    }

    @Test
    void knowsWhereEachVariableIsWritten() {
        modmon(
                """
                environments:
                  production:
                repos:
                  app:
                    image: app:1
                    services:
                      app:
                        environment: {LEVEL: own, COPY: "{{SECRETS['mail']}}"}
                swarm:
                  services:
                    db: {image: 'postgres:17', volumes: ['data:/data'], environment: [POSTGRES_USER=shop]}
                  volumes: {data: }
                databases:
                  shop: {type: postgres, users: {shop: {access: full}}}
                """);
        env("LEVEL=template\nMAIL={{SECRETS['mail']}}\n");

        CompiledStack compiled = compile(ImageTags.of(Map.of()));

        assertThat(origin(compiled, "app", "LEVEL")).isEqualTo(".modmon/modmon.yaml:8:23");
        assertThat(origin(compiled, "app", "MAIL")).isEqualTo(".env/production.env:2:1");
        assertThat(origin(compiled, "db", "POSTGRES_USER")).startsWith(".modmon/modmon.yaml:11:");
        assertThat(origin(compiled, "db", "POSTGRES_PASSWORD"))
                .isEqualTo(".modmon/modmon.yaml:14:3");
        assertThat(compiled.uses(compiled.secrets().last()))
                .extracting(SecretUse::variable)
                .containsExactly("COPY", "MAIL");
    }

    private static String origin(CompiledStack compiled, String service, String variable) {
        return compiled.origins().of(new ServiceName(service), variable).orElseThrow().toString();
    }

    @Test
    void givesEachServiceOnlyTheVariablesMeantForIt() {
        modmon(
                """
                environments:
                  production:
                repos:
                  app:
                    image: app:1
                    services: {app: {environment: {LEVEL: own}}}
                swarm:
                  services:
                    redis: {image: 'redis:7', environment: {ONLY: this}}
                """);
        env("LEVEL=template\nMAIL={{SECRETS['mail']}}\n");

        CompiledStack compiled = compile(ImageTags.of(Map.of()));

        assertThat(service(compiled, "app").container().environment().keySet())
                .containsExactly("LEVEL", "MAIL");
        assertThat(variable(compiled, "app", "LEVEL")).isEqualTo(EnvValue.plain("own"));
        assertThat(service(compiled, "redis").container().environment().keySet())
                .containsExactly("ONLY");
    }

    @Test
    void asksForATagOnlyWhenTheTagsAreKnown() {
        modmon(
                """
                environments:
                  production:
                repos:
                  app:
                    image: app:{tag}
                    services: {app: }
                """);
        env("");

        compile(ImageTags.notKnownYet());
        assertThat(diagnostics.all()).isEmpty();

        compile(ImageTags.of(Map.of()));
        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("repo.no-tag");
    }

    @Test
    void startsTheNewTaskFirstOnlyWhereTwoCanLiveTogether() {
        modmon(
                """
                environments:
                  production:
                swarm:
                  services:
                    plain: {image: 'a:1'}
                    mesh: {image: 'a:1', ports: ['80:80']}
                    host: {image: 'a:1', ports: [{target: 80, published: 81, mode: host}]}
                    volume: {image: 'a:1', volumes: ['data:/data']}
                    reader: {image: 'a:1', volumes: ['data:/data:ro']}
                    scratch: {image: 'a:1', volumes: [/data], tmpfs: /tmp}
                    many: {image: 'a:1', volumes: ['data:/data'], deploy: {replicas: 2}}
                    global: {image: 'a:1', deploy: {mode: global}}
                    said: {image: 'a:1', deploy: {update_config: {order: stop-first}}}
                    db: {image: 'postgres:17'}
                  volumes: {data: }
                databases:
                  shop: {type: postgres, users: {shop: {access: full}}}
                """);

        CompiledStack compiled = compile(ImageTags.of(Map.of()));

        for (String name : List.of("plain", "mesh", "reader", "scratch", "many")) {
            assertThat(order(compiled, name)).as(name).isEqualTo(Order.START_FIRST);
        }
        for (String name : List.of("host", "volume", "global", "said", "db")) {
            assertThat(order(compiled, name)).as(name).isEqualTo(Order.STOP_FIRST);
        }
    }

    @Test
    void doesNotMindTheOrderInWhichServicesAreWritten() {
        String web = "    web: {image: 'a:1', environment: {B: '2', A: '1'}, depends_on: [api]}\n";
        String api = "    api: {image: 'b:1', ports: ['81:81', '80:80']}\n";
        String head = "environments: {production: }\nswarm:\n  services:\n";
        modmon(head + web + api);
        CompiledStack one = compile(ImageTags.of(Map.of()));
        modmon(head + api + web);

        assertThat(compile(ImageTags.of(Map.of())).stack()).isEqualTo(one.stack());
    }

    private void modmon(String text) {
        files.put(".modmon/modmon.yaml", text);
    }

    private void env(String text) {
        files.put(".env/production.env", text);
    }

    private CompiledStack compile(ImageTags tags) {
        return new ProjectReader(tree(), diagnostics)
                .read()
                .flatMap(project ->
                        new StackCompiler(tree(), diagnostics)
                                .compile(
                                        project,
                                        new ProjectName("shop"),
                                        new EnvironmentName("production"),
                                        tags))
                .orElseThrow();
    }

    private SourceTree tree() {
        return new SourceTree() {
            @Override
            public Optional<SourceFile> read(String path) {
                return Optional.ofNullable(files.get(path)).map(text -> new SourceFile(path, text));
            }

            @Override
            public List<String> list(String directory) {
                return List.of();
            }
        };
    }

    private static ServiceSpec service(CompiledStack compiled, String name) {
        return compiled.stack().service(new ServiceName(name)).orElseThrow();
    }

    private static Order order(CompiledStack compiled, String name) {
        return service(compiled, name).deploy().update().order();
    }

    private static EnvValue variable(CompiledStack compiled, String service, String name) {
        return service(compiled, service).container().environment().get(name);
    }
}
