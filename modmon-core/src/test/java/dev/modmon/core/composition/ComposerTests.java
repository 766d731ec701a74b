package dev.modmon.core.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.composition.Composer.Setting;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.expression.Rendered;
import dev.modmon.core.source.MemoryTree;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposerTests {
    private MemoryTree tree = new MemoryTree();
    private final Diagnostics diagnostics = new Diagnostics();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{image: a, imag: b} | config.unknown-key | Unknown key 'imag' in service 'app'.",
                "{image: 5} | config.wrong-type | 'image' of service 'app' must be text, but this is '5'.",
                "{image: a, ports: 80} | config.wrong-type | 'ports' of service 'app' must be a list, but this is '80'.",
                "{image: a, deploy: {replicas: x}} | config.wrong-type | 'deploy.replicas' of service 'app' must be a whole number, but this is 'x'.",
                "{image: a, privileged: maybe} | config.wrong-type | 'privileged' of service 'app' must be true or false, but this is 'maybe'.",
                "{image: a, healthcheck: {interval: soon}} | config.bad-value | 'healthcheck.interval' of service 'app' must be a duration such as 30s or 1m30s, but this is 'soon'.",
                "{image: a, cgroup: hosts} | config.bad-value | 'cgroup' of service 'app' must be one of host, private, but this is 'hosts'.",
                "{image: a, volumes: [{target: /x}]} | config.missing-key | Key 'type' is missing in each item of 'volumes' of service 'app'.",
                "{image: a, networks: [nowhere]} | network.undeclared | Service 'app' is in network 'nowhere', which is not declared.",
                "{image: a, volumes: ['data:/data']} | volume.undeclared | Volume 'data' is not declared.",
                "{image: a, configs: [one]} | config.undeclared | Config 'one' is not declared.",
                "{image: a, secrets: [{source: one}]} | secret.undeclared | Secret 'one' is not declared.",
                "{image: a, depends_on: [ap]} | service.unknown-dependency | Service 'app' depends on 'ap', which is not there.",
                "{image: a, links: ['db:x']} | service.unknown-dependency | Service 'app' depends on 'db', which is not there.",
                "{image: a, network_mode: 'service:db'} | service.unknown-dependency | Service 'app' depends on 'db', which is not there.",
                "{extends: other} | service.unknown-base | There is no service 'other' to extend in compose.yaml.",
                "{extends: app} | service.extends-cycle | Services extend each other: compose.yaml 'app' → compose.yaml 'app'.",
                "{extends: {service: a, file: no.yaml}} | compose.missing-file | There is no file 'no.yaml'.",
                "{extends: {service: a, file: ../up.yaml}} | source.unreadable | Path '../up.yaml' must stay inside the master repo.",
                "{image: a, env_file: no.env} | compose.missing-file | There is no file 'no.env'.",
                "{image: 'a:${TAG:?say which}'} | variable.required | Variable 'TAG' is required and has no value.",
                "{image: 'a:${TAG'} | variable.syntax | The variable that starts here cannot be read.",
            })
    void explainsAMistake(String service, String code, String message) {
        compose("services: {app: " + service + "}");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code, Diagnostic::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(code, message));
        assertThat(diagnostics.all().getFirst().place().line()).isEqualTo(1);
    }

    @Test
    void tellsAllMistakesAtOnceAndKeepsTheRest() {
        Composition composition =
                compose(
                        """
                        services:
                          one: {image: a, nope: 1, ports: x}
                          two: {image: [], tty: true}
                        volums: {}
                        """);

        assertThat(diagnostics.all())
                .extracting(it -> it.place().line() + " " + it.code())
                .containsExactly(
                        "2 config.unknown-key",
                        "2 config.wrong-type",
                        "3 config.wrong-type",
                        "4 config.unknown-key");
        assertThat(service(composition, "one").byKey().keySet()).containsExactly("image");
        assertThat(service(composition, "two").byKey().keySet()).containsExactly("tty");
    }

    @Test
    void findsFilesThatIncludeEachOther() {
        tree = tree.with("other.yaml", "include: [compose.yaml]\n");

        compose("include: [other.yaml]\nservices: {a: {image: a}}");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "Files include each other: compose.yaml → other.yaml → compose.yaml.");
    }

    @Test
    void refusesToIncludeWhatDiffersFromItsOwn() {
        tree = tree.with("other.yaml", "services: {a: {image: b}, c: {image: c}}\n");

        compose("include: [other.yaml]\nservices: {a: {image: a}, c: {image: c}}");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly("include.conflict");
    }

    @Test
    void warnsOnceOfAVariableThatNothingDefines() {
        Composition composition =
                compose("services: {app: {image: 'a:$TAG', hostname: '${TAG}', user: '${U:-u}'}}");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly("variable.undefined");
        assertThat(text(composition, "image")).isEqualTo("a:");
    }

    @Test
    void leavesAVariableOpenForTheMachineThatRunsTheFile() {
        Composition composition =
                compose(
                        "services: {app: {image: 'a:$TAG-$$1', scale: '${SCALE}'}}",
                        new Setting(VariableSource.none(), UndefinedVariables.KEPT, Set.of()));

        assertThat(text(composition, "image")).isEqualTo("a:${TAG}-$$1");
        assertThat(ComposedText.isPattern(scalar(composition, "image"))).isTrue();
        assertThat(text(composition, "scale")).isEqualTo("${SCALE}");
        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @Test
    void keepsASecretSecretOnItsWayThroughVariables() {
        VariableSource variables =
                name ->
                        name.equals("PASS")
                                ? Optional.of(new Rendered("${MODMON_SECRET_PASS}", true))
                                : Optional.empty();
        tree = tree.with("app.env", "FROM_FILE=x$PASS\n");

        Composition composition =
                compose(
                        """
                        services:
                          app:
                            image: a
                            env_file: app.env
                            environment: ["URL=db://$${u}:${PASS:-none}@db", PASS]
                        """,
                        Setting.of(variables));

        YamlMapping environment =
                (YamlMapping) service(composition, "app").get("environment").orElseThrow();
        assertThat(environment.entries())
                .allMatch(it -> ComposedText.isSecret((YamlScalar) it.value()))
                .extracting(it -> it.key() + "=" + ((YamlScalar) it.value()).text())
                .containsExactly(
                        "FROM_FILE=x${MODMON_SECRET_PASS}",
                        "URL=db://$${u}:${MODMON_SECRET_PASS}@db",
                        "PASS=${MODMON_SECRET_PASS}");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void refusesASecretOutsideOfTheEnvironment() {
        compose(
                "services: {app: {image: a, command: 'run $PASS'}}",
                Setting.of(_ -> Optional.of(new Rendered("${MODMON_SECRET_PASS}", true))));

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly("compose.secret-outside-environment");
    }

    @Test
    void startsServicesOfTheProfilesThatAreWanted() {
        String file =
                """
                services:
                  always: {image: a, depends_on: {debug: {condition: service_started, required: false}}}
                  debug: {image: d, profiles: [debug]}
                  tools: {image: t, profiles: [tools]}
                """;

        Composition none = compose(file);
        Composition debug =
                compose(
                        file,
                        new Setting(
                                VariableSource.none(), UndefinedVariables.EMPTY, Set.of("debug")));

        assertThat(none.section("services").byKey().keySet()).containsExactly("always");
        assertThat(debug.section("services").byKey().keySet()).containsExactly("always", "debug");
        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly("service.left-out", "service.left-out");
    }

    @Test
    void saysThatANumberIsPassedOnOtherwiseThanItIsWritten() {
        Composition composition =
                compose("services: {app: {image: a, environment: {V: 1.10, W: '1.10', X: 5}}}");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::code)
                .containsExactly("compose.number");
        YamlMapping environment =
                (YamlMapping) service(composition, "app").get("environment").orElseThrow();
        assertThat(environment.toPlain()).isEqualTo(Map.of("V", "1.1", "W", "1.10", "X", "5"));
    }

    private Composition compose(String file) {
        return compose(file, Setting.of(VariableSource.none()));
    }

    private Composition compose(String file, Setting setting) {
        return new Composer(tree.with("compose.yaml", file), setting, diagnostics)
                .files(List.of("compose.yaml"))
                .orElseThrow();
    }

    private static YamlMapping service(Composition composition, String name) {
        return (YamlMapping) composition.section("services").get(name).orElseThrow();
    }

    private static YamlScalar scalar(Composition composition, String key) {
        return (YamlScalar) service(composition, "app").get(key).orElseThrow();
    }

    private static String text(Composition composition, String key) {
        return scalar(composition, key).text();
    }
}
