package dev.modmon.server.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compiler.CompiledStack;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.diagnostic.Diagnostic;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.server.access.AccessFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootAccessTests {
    private static final Target TARGET =
            new Target(new ProjectName("shop"), new EnvironmentName("test"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "volumes: ['/var/run/docker.sock:/s'] | mounts '/var/run/docker.sock' of the node",
                "volumes: ['/etc:/host-etc:ro']       | mounts '/etc' of the node",
                "cap_add: [SYS_ADMIN]                 | adds capabilities",
                "sysctls: {net.core.somaxconn: 1024}  | sets kernel parameters",
            })
    void keepsFromOthersWhatGivesPowerOverTheNode(String keys, String reason) {
        assertThat(forbidden(stack("v1", keys), Optional.empty()))
                .singleElement()
                .satisfies(d -> assertThat(d.code()).isEqualTo("policy.needs-admin"))
                .satisfies(d -> assertThat(d.message()).contains("Service 'web'", reason));
    }

    @Test
    void seesAFolderOfTheNodeBehindAVolume() {
        Stack stack =
                stack(
                        "v1",
                        "volumes: ['data:/data']",
                        "volumes:\n    data:\n      driver_opts: {type: none, o: bind, device: /}\n");

        assertThat(forbidden(stack, Optional.empty()))
                .singleElement()
                .satisfies(d -> assertThat(d.message()).contains("mounts volume 'data'"));
    }

    @Test
    void seesAVolumeOfSomebodyElse() {
        Stack stack =
                stack(
                        "v1",
                        "volumes: ['data:/data']",
                        "volumes:\n    data:\n      external: true\n");

        assertThat(forbidden(stack, Optional.empty())).hasSize(1);
    }

    @Test
    void mindsNothingOrdinary() {
        Stack stack = stack("v1", "volumes: ['data:/data']", "volumes:\n    data:\n");

        assertThat(forbidden(stack, Optional.empty())).isEmpty();
    }

    @Test
    void letsANewVersionOfWhatAnAdminDeployedThrough() {
        Stack before = stack("v1", "cap_add: [SYS_ADMIN]");

        assertThat(forbidden(stack("v2", "cap_add: [SYS_ADMIN]"), Optional.of(before))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cap_add: [SYS_ADMIN, NET_ADMIN]",
                "{cap_add: [SYS_ADMIN], command: [sh]}",
                "{cap_add: [SYS_ADMIN], entrypoint: [sh]}",
                "{cap_add: [SYS_ADMIN], environment: {A: b}}",
                "{cap_add: [SYS_ADMIN], healthcheck: {test: [CMD, sh]}}",
                "{cap_add: [SYS_ADMIN], image: 'example.com/other:1'}",
            })
    void letsNothingElseOfSuchAServiceBeChanged(String keys) {
        Stack before = stack("v1", "cap_add: [SYS_ADMIN]");

        assertThat(forbidden(stack("v1", keys), Optional.of(before))).hasSize(1);
    }

    private static List<Diagnostic> forbidden(Stack desired, Optional<Stack> previous) {
        Diagnostics diagnostics = new Diagnostics();
        RootAccess.forbid(desired, previous, diagnostics);
        return diagnostics.all();
    }

    private static Stack stack(String tag, String keys) {
        return stack(tag, keys, "");
    }

    /// @param keys of service `web`, in YAML, as a block or as a flow
    /// @param more keys of the swarm
    private static Stack stack(String tag, String keys, String more) {
        String flow = keys.startsWith("{") ? keys : "{" + keys + "}";
        String image =
                flow.contains("image:") ? "" : "image: 'example.com/web:%s', ".formatted(tag);
        String text =
                """
                version: 1.0
                deploy:
                  type: swarm
                environments:
                  test:
                swarm:
                  services:
                    web: {%s%s
                """
                        .formatted(image, flow.substring(1));
        String swarm = more.isEmpty() ? "" : "  " + more;
        Diagnostics diagnostics = new Diagnostics();
        Optional<CompiledStack> compiled =
                CommitCompiler.compile(
                        AccessFiles.of(
                                Map.of(".modmon/modmon.yaml", text + swarm, ".env/test.env", "")),
                        TARGET,
                        new TreeMap<>(),
                        diagnostics);
        diagnostics.throwIfErrors();
        return compiled.orElseThrow().stack();
    }
}
