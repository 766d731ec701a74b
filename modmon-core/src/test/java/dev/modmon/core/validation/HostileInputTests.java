package dev.modmon.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.source.MemoryTree;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that were made to exhaust or to mislead whoever reads them end in a diagnostic. The time limit only keeps a
/// hang from being endless; what is checked is that reading comes to an end at all.
@Timeout(120)
class HostileInputTests {
    private static final String PROJECT = ".modmon/modmon.yaml";
    private static final String ACCESS = ".modmon/access.yaml";
    private static final String CLUSTER = ".modmon/clusters/main.yaml";
    private static final String ENV = ".env/a.env";
    private static final String APP =
            "environments: {a: }\nrepos: {r: {image: x:1, services: {w: }}}\n";
    private static final int MANY = 100_000;

    static Stream<Arguments> files() {
        return Stream.of(
                named("unknown keys", PROJECT, lines("k%d:\n"), "config.unknown-key"),
                named("the same key", PROJECT, lines("a:\n"), "yaml.duplicate-key"),
                named(
                        "users",
                        ACCESS,
                        "users:\n" + lines(" u%d: {roles: x}\n"),
                        "access.unknown-role"),
                named(
                        "nodes",
                        CLUSTER,
                        "nodes:\n" + lines(" - {host: h%d}\n"),
                        "cluster.no-host-keys"),
                named("bad lines", ENV, lines("?%d\n"), "env"),
                named("open braces", ENV, "A=" + "{{a".repeat(40_000), "expression.unclosed"),
                named("a long value", ENV, "A=" + "{{a".repeat(MANY), "env.too-long"),
                named("open brackets", PROJECT, "[".repeat(10_000), "yaml.too-deep"),
                named("a million brackets", PROJECT, "[".repeat(1_000_000), "yaml.too-deep"),
                named("maps in maps", PROJECT, "{a: ".repeat(MANY), "yaml.too-deep"),
                named("dashes", PROJECT, "- ".repeat(MANY), "yaml"),
                named("tags", PROJECT, lines("a%d: !x y\n"), "yaml.unknown-tag"),
                named("an alias bomb", PROJECT, bomb(), "yaml.too-large"),
                named("a long name", PROJECT, "name: " + "a".repeat(1_000_000), "config.bad-value"),
                named(
                        "a long number",
                        PROJECT,
                        "version: " + "9".repeat(1_000_000),
                        "project.unknown-version"),
                named("a NUL byte", PROJECT, "name: a\u0000b", "yaml.bad-character"),
                named("an escape", PROJECT, "name: a\u001b[2Jb", "yaml.bad-character"),
                named("a tab", PROJECT, "environments:\n\ta:\n", "yaml.tab"),
                named("shell characters", PROJECT, "name: $(reboot)", "config.bad-value"),
                named("a leading dash", PROJECT, "environments: {'-v': }", "config.bad-value"),
                named("a line break", PROJECT, "environments: {\"a\\nb\": }", "config.bad-value"),
                named(
                        "a key file outside",
                        ACCESS,
                        "users: {a: {keys: ../../x}}",
                        "access.bad-key-name"),
                named(
                        "a huge port",
                        CLUSTER,
                        "nodes: [{host: a, port: 99999999999999999999}]",
                        "config.wrong-type"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void refusesWith(String what, String file, String text, String code) {
        List<Diagnostic> diagnostics =
                diagnose(new MemoryTree().with(PROJECT, APP).with(file, text));

        assertThat(diagnostics)
                .as(what)
                .hasSizeLessThanOrEqualTo(2 * Diagnostics.MOST + 1)
                .anyMatch(it -> it.isError() && it.code().startsWith(code));
    }

    @Test
    void readsByteOrderMarksAndLineEndsOfWindows() {
        String text =
                "\ufeff"
                        + "environments:\r\n  a:\r\nswarm:\r\n  services:\r\n    x: {image: \"x:1\"}\r\n";

        assertThat(diagnose(new MemoryTree().with(PROJECT, text))).isEmpty();
    }

    @Test
    void refusesWhatIsNotUtf8() {
        MemoryTree tree =
                new MemoryTree().with(PROJECT, new byte[] {'a', (byte) 0xff, (byte) 0xfe});

        assertThat(diagnose(tree)).extracting(Diagnostic::code).contains("source.unreadable");
    }

    private static Arguments named(String what, String file, String text, String code) {
        return Arguments.of(what, file, text, code);
    }

    private static String lines(String pattern) {
        return repeated(i -> pattern.formatted(i));
    }

    private static String repeated(IntFunction<String> line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            text.append(line.apply(i));
        }
        return text.toString();
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            text.append(
                    "a%d: &a%d [%s]\n"
                            .formatted(
                                    i,
                                    i,
                                    String.join(", ", java.util.Collections.nCopies(10, alias))));
        }
        return text.toString();
    }

    private static List<Diagnostic> diagnose(MemoryTree tree) {
        Diagnostics diagnostics = new Diagnostics();
        MasterRepo.load(tree, diagnostics)
                .ifPresent(repo ->
                        repo.check(
                                new ProjectName("shop"),
                                repo.project().environments().keySet(),
                                diagnostics));
        return diagnostics.all();
    }
}
