package dev.modmon.server.rollout;

import static dev.modmon.server.rollout.Fixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.Resources;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.core.rollout.ObservedTask.State;
import dev.modmon.server.rollout.ServiceLogs.ContainerReport;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureExplanationTests {
    private static final ServiceSpec SPEC =
            service("web", "shop/web:7")
                    .constraint("node.labels.disk==ssd")
                    .hostPort(80, 8080)
                    .resources(
                            new Resources(0, 64 << 20, 0, 500_000_000, 256 << 20, new TreeMap<>()))
                    .build();

    /// What Docker 20.10 and 26.1 say, word for word.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    no suitable node (scheduling constraints not satisfied on 1 node) | fits no node: none meets its constraints (node.labels.disk==ssd)
                    no suitable node (host-mode port already in use on 1 node) | fits no node: port 8080 is taken on each of them
                    no suitable node (insufficient resources on 1 node) | fits no node: none has what it reserves free (256 MiB of memory, 0.5 processors)
                    no suitable node (unsupported platform on 3 nodes) | fits no node: image shop/web:7 is not built for their processors
                    no suitable node (1 node not available for new tasks) | fits no node: 1 node not available for new tasks
                    """)
    void tellsWhyATaskIsPending(String error, String explanation) {
        ObservedTask pending = task(State.PENDING, error, OptionalInt.empty());

        assertThat(FailureExplanation.ofWait(SPEC, pending)).isEqualTo(explanation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    No such image: shop/web:7 | cannot start: image shop/web:7 cannot be pulled
                    invalid mount config for type "bind": bind source path does not exist: /srv/data | cannot start: /srv/data does not exist on the node
                    starting container failed: container 9e88: endpoint join on GW Network failed: driver failed programming external connectivity on endpoint gateway_042 (375a): Error starting userland proxy: listen tcp4 0.0.0.0:5000: bind: address already in use | cannot start: something else on the node uses port 5000
                    starting container failed: driver failed programming external connectivity on endpoint web: Bind for 0.0.0.0:8080 failed: port is already allocated | cannot start: another container on the node uses port 8080
                    starting container failed: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/nope": stat /nope: no such file or directory: unknown | cannot start: its command /nope is not in the image
                    starting container failed: OCI runtime create failed: exec: "serve": executable file not found in $PATH: unknown | cannot start: its command serve is not in the image
                    starting container failed: OCI runtime create failed: exec: "/run.sh": permission denied: unknown | cannot start: its command /run.sh may not be executed
                    task: non-zero exit (137): dockerexec: unhealthy container | is unhealthy: its health check fails without a word
                    """)
    void tellsWhyATaskDidNotStart(String error, String explanation) {
        ObservedTask failed = task(State.FAILED, error, OptionalInt.of(128));

        assertThat(FailureExplanation.ofEnd(SPEC, failed, Optional.empty())).isEqualTo(explanation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0   | ended by itself with exit code 0, though it is to keep running
                    3   | ended with exit code 3
                    126 | ended with exit code 126: its command may not be executed
                    127 | ended with exit code 127: its command was not found
                    137 | was killed (exit code 137), by the memory limit or by somebody
                    139 | crashed with a memory error (exit code 139)
                    143 | was asked to end by somebody (exit code 143)
                    """)
    void tellsWhatAnExitCodeMeans(int code, String explanation) {
        ObservedTask failed =
                task(
                        State.FAILED,
                        "task: non-zero exit (%d)".formatted(code),
                        OptionalInt.of(code));

        assertThat(FailureExplanation.ofEnd(SPEC, failed, Optional.empty())).isEqualTo(explanation);
    }

    @Test
    void tellsWhatTheHealthCheckSaidLastEvenWhenTheTaskEndedWell() {
        ObservedTask ended = task(State.COMPLETE, "", OptionalInt.of(0));

        String explanation =
                FailureExplanation.ofEnd(
                        SPEC,
                        ended,
                        Optional.of(new ContainerReport(false, true, "trying\nno database\n")));

        assertThat(explanation).isEqualTo("is unhealthy: its health check says 'no database'");
    }

    @Test
    void tellsThatAContainerUsedMoreMemoryThanItMay() {
        ObservedTask killed = task(State.FAILED, "task: non-zero exit (137)", OptionalInt.of(137));

        String explanation =
                FailureExplanation.ofEnd(
                        SPEC, killed, Optional.of(new ContainerReport(true, false, "")));

        assertThat(explanation)
                .isEqualTo("was killed because it used more memory than it may (64 MiB)");
    }

    @Test
    void tellsWhatTheHealthCheckOfASlowTaskSays() {
        ObservedTask starting = task(State.STARTING, "", OptionalInt.empty());

        assertThat(
                        FailureExplanation.ofDelay(
                                SPEC,
                                starting,
                                Optional.of(new ContainerReport(false, false, "migrating"))))
                .isEqualTo("is unhealthy: its health check says 'migrating'");
        assertThat(FailureExplanation.ofDelay(SPEC, starting, Optional.empty()))
                .isEqualTo("starts, and is not healthy yet");
    }

    @Test
    void tellsThatANodeWasLost() {
        assertThat(
                        FailureExplanation.ofEnd(
                                SPEC,
                                task(State.ORPHANED, "", OptionalInt.empty()),
                                Optional.empty()))
                .isEqualTo("was lost with its node n1");
    }

    private static ObservedTask task(State state, String error, OptionalInt exitCode) {
        return new ObservedTask(
                "t", 1, "n1", state, true, true, "", error, exitCode, "c", Instant.EPOCH);
    }
}
