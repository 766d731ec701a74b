package dev.modmon.server.rollout;

import static dev.modmon.server.rollout.Fixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.RestartPolicy.Condition;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.rollout.ObservedFiles;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.core.rollout.ObservedTask.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceGateTests {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ServiceSpec TWO = service("web", "app:v2").replicas(2).build();

    @Test
    void waitsUntilEveryTaskOfTheCurrentSpecRuns() {
        ServiceGate gate = gate(TWO, false);

        assertThat(judge(gate, TWO, task("a", 1, State.RUNNING)))
                .isInstanceOf(Verdict.Waiting.class);
        assertThat(judge(gate, TWO, task("a", 1, State.RUNNING), task("b", 2, State.RUNNING)))
                .isEqualTo(new Verdict.Healthy(Set.of("a", "b")));
    }

    @Test
    void waitsUntilTasksOfAnEarlierSpecAreGone() {
        Verdict verdict =
                judge(
                        gate(TWO, false),
                        TWO,
                        task("a", 1, State.RUNNING),
                        task("b", 2, State.RUNNING),
                        old("c", 2, State.RUNNING, true));

        assertThat(verdict)
                .isEqualTo(
                        new Verdict.Waiting("waits for 1 earlier tasks to end", Optional.empty()));
    }

    @Test
    void ignoresHowTasksOfAnEarlierSpecEnded() {
        Verdict verdict =
                judge(
                        gate(TWO, false),
                        TWO,
                        task("a", 1, State.RUNNING),
                        task("b", 2, State.RUNNING),
                        old("c", 2, State.FAILED, false));

        assertThat(verdict).isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void ignoresFailuresFromBeforeTheChange() {
        ServiceSpec one = service("web", "app:v2").build();
        ServiceGate gate = new ServiceGate(rules(one, false, false, Set.of("former")), _ -> false);

        assertThat(judge(gate, one, task("a", 1, State.RUNNING), task("former", 1, State.FAILED)))
                .isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void remembersAFailureThatTheEngineHasForgotten() {
        ServiceGate gate = gate(TWO, true);
        judge(gate, TWO, task("a", 1, State.FAILED));
        judge(gate, TWO, task("b", 1, State.FAILED));

        assertThat(judge(gate, TWO, task("c", 1, State.FAILED))).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void countsACrashLoopPerReplica() {
        Verdict verdict =
                judge(
                        gate(TWO, true),
                        TWO,
                        task("a", 1, State.FAILED),
                        task("b", 1, State.FAILED),
                        task("c", 2, State.FAILED),
                        task("d", 2, State.FAILED));

        assertThat(verdict).isInstanceOf(Verdict.Waiting.class);
    }

    @Test
    void failsAtOnceWhenNothingRestartsTheTask() {
        ServiceSpec job = service("job", "app:v2").restart(Condition.NONE).build();

        assertThat(judge(gate(job, true), job, task("a", 1, State.FAILED)))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void takesAJobThatEndedWellForDone() {
        ServiceSpec job = service("job", "app:v2").restart(Condition.NONE).build();

        assertThat(judge(gate(job, true), job, task("a", 1, State.COMPLETE)))
                .isEqualTo(new Verdict.Healthy(Set.of("a")));
    }

    @Test
    void doesNotTakeAnUnhealthyTaskThatEndedWithExitCodeZeroForDone() {
        ServiceSpec web = service("web", "app:v2").restart(Condition.ON_FAILURE).build();
        ServiceGate gate = new ServiceGate(rules(web, true, false, Set.of()), _ -> true);

        assertThat(judge(gate, web, task("a", 1, State.COMPLETE)))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void isNotContentWithAJobThatStillRunsWhenOthersNeedItsEnd() {
        ServiceSpec job = service("job", "app:v2").restart(Condition.ON_FAILURE).build();
        ServiceGate gate = new ServiceGate(rules(job, true, true, Set.of()), _ -> false);

        assertThat(judge(gate, job, task("a", 1, State.RUNNING)))
                .isInstanceOf(Verdict.Waiting.class);
        assertThat(judge(gate, job, task("a", 1, State.COMPLETE)))
                .isInstanceOf(Verdict.Healthy.class);
    }

    @Test
    void noticesAServiceThatWasChangedBackAndShowsTheTaskThatFailed() {
        ServiceSpec one = service("web", "app:v2").build();
        ServiceGate gate = gate(one, false);
        judge(gate, one, task("new", 1, State.STARTING));

        Verdict verdict =
                gate.judge(
                        Optional.of(
                                observed(
                                        one,
                                        "earlier hash",
                                        task("old", 1, State.RUNNING),
                                        old("new", 1, State.FAILED, false))),
                        NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.task().map(ObservedTask::id)).contains("new"));
    }

    @Test
    void noticesAServiceThatIsGone() {
        assertThat(gate(TWO, false).judge(Optional.empty(), NOW))
                .isEqualTo(new Verdict.Failed("was removed by somebody else", Optional.empty()));
    }

    @Test
    void givesAGlobalServiceTimeToGetItsFirstTask() {
        ServiceSpec agent = service("agent", "app:v2").global().build();
        ServiceGate gate = gate(agent, true);
        Optional<ObservedService> empty = Optional.of(observed(agent, "hash"));

        assertThat(gate.judge(empty, NOW)).isInstanceOf(Verdict.Waiting.class);
        assertThat(gate.judge(empty, NOW.plusSeconds(5))).isEqualTo(new Verdict.Healthy(Set.of()));
    }

    @Test
    void takesForAJobOnlyWhatNobodyConnectsTo() {
        ServiceSpec job = service("x", "app:v2").restart(Condition.NONE).build();

        assertThat(ServiceGate.isJob(job)).isTrue();
        assertThat(ServiceGate.isJob(service("x", "app:v2").build())).isFalse();
        assertThat(
                        ServiceGate.isJob(
                                service("x", "app:v2")
                                        .restart(Condition.NONE)
                                        .hostPort(80, 8080)
                                        .build()))
                .isFalse();
        assertThat(
                        ServiceGate.isJob(
                                service("x", "app:v2")
                                        .restart(Condition.NONE)
                                        .healthcheck("true")
                                        .build()))
                .isFalse();
    }

    private static ServiceGate gate(ServiceSpec spec, boolean tolerant) {
        return new ServiceGate(rules(spec, tolerant, false, Set.of()), _ -> false);
    }

    private static ServiceGate.Rules rules(
            ServiceSpec spec, boolean tolerant, boolean mustEnd, Set<String> former) {
        return new ServiceGate.Rules(
                spec, "hash", OptionalLong.of(2), tolerant, mustEnd, former, Duration.ofSeconds(5));
    }

    private static Verdict judge(ServiceGate gate, ServiceSpec spec, ObservedTask... tasks) {
        return gate.judge(Optional.of(observed(spec, "hash", tasks)), NOW);
    }

    private static ObservedService observed(ServiceSpec spec, String hash, ObservedTask... tasks) {
        return new ObservedService(
                "id", 1, spec, hash, OptionalLong.of(2), 0, ObservedFiles.NONE, List.of(tasks));
    }

    private static ObservedTask task(String id, int slot, State state) {
        return task(id, slot, state, true, state.compareTo(State.RUNNING) <= 0);
    }

    private static ObservedTask old(String id, int slot, State state, boolean wanted) {
        return task(id, slot, state, false, wanted);
    }

    private static ObservedTask task(
            String id, int slot, State state, boolean current, boolean wanted) {
        OptionalInt exit =
                switch (state) {
                    case COMPLETE -> OptionalInt.of(0);
                    case FAILED -> OptionalInt.of(1);
                    default -> OptionalInt.empty();
                };
        return new ObservedTask(
                id, slot, "n1", state, current, wanted, "", "", exit, "c" + id, NOW);
    }
}
