package dev.modmon.server.rollout;

import static dev.modmon.server.rollout.Fixtures.service;
import static dev.modmon.server.rollout.Fixtures.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.modmon.core.api.Outcome;
import dev.modmon.core.compose.DependencyCondition;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.Step;
import dev.modmon.server.rollout.RolloutResult.Change;
import dev.modmon.server.rollout.RolloutResult.ServiceResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolloutRunnerTests {
    private static final StackName NAME = Fixtures.uniqueName();

    private final FakeContainerPlatform platform = new FakeContainerPlatform();
    private final RecordedRollout recorded = new RecordedRollout();
    private final RolloutRunner runner =
            new RolloutRunner(
                    platform,
                    platform,
                    platform,
                    Fixtures.HASH,
                    platform.clock(),
                    platform.sleeper());

    @Test
    void createsDependenciesBeforeTheirDependents() {
        RolloutResult result = deploy(1, web("v1").build(), api("v1"));

        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(platform.orders())
                .containsExactly("create network default", "create api", "create web");
        assertThat(recorded.events())
                .containsExactly(
                        "CHECKING",
                        "UPDATING",
                        "api STARTING 0/0 is created",
                        "api STARTING 0/1 starts, and is not healthy yet",
                        "api HEALTHY 1/1",
                        "web STARTING 0/0 is created",
                        "web STARTING 0/1 starts, and is not healthy yet",
                        "web HEALTHY 1/1",
                        "OBSERVING");
    }

    @Test
    void journalsTheSnapshotBeforeAndEveryStepAroundAChange() {
        deploy(1, api("v1"));

        assertThat(recorded.journal())
                .containsExactly(
                        "before changes",
                        "started 0 CreateNetwork",
                        "done 0",
                        "started 1 CreateService",
                        "done 1",
                        "started 2 AwaitHealthy",
                        "done 2");
        assertThat(recorded.snapshot().orElseThrow().first()).isTrue();
    }

    @Test
    void ordersNothingWhenNothingDiffers() {
        deploy(1, api("v1"));
        List<String> before = platform.orders();
        RecordedRollout again = new RecordedRollout();

        RolloutResult result = run(request(2, api("v1")), again, Cancellation.NEVER);

        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(platform.orders()).isEqualTo(before);
        assertThat(again.journal()).isEmpty();
        assertThat(again.events()).containsExactly("CHECKING", "api UNCHANGED 1/1");
    }

    @Test
    void goesBackInAllServicesWhenOneStaysUnhealthy() {
        deploy(1, api("v1"), web("v1").build());
        ObservedStack before = platform.observe(NAME);

        RolloutResult result = deploy(2, api("v2"), web("broken").build());

        assertThat(result.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(result.reason())
                .isEqualTo("web is unhealthy: its health check says '404 Not Found'.");
        assertThat(result.services())
                .extracting(s -> s.name().value(), ServiceResult::change, ServiceResult::image)
                .containsExactly(
                        tuple("api", Change.REVERTED, "app:v1"),
                        tuple("web", Change.FAILED, "app:v1"));
        assertThat(result(result, "web").logs())
                .singleElement()
                .satisfies(line -> assertThat(line.line()).startsWith("last words of task-"));
        assertThat(result(result, "web").healthOutput()).isEqualTo("404 Not Found");
        assertSameServices(before);
        assertThat(recorded.events()).endsWith("web REVERTED 0/0");
    }

    @Test
    void failsAnUpdateAtItsFirstFailedTask() {
        deploy(1, api("v1"));

        RolloutResult result = deploy(2, api("flaky"));

        assertThat(result.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(result.reason()).isEqualTo("api ended with exit code 3.");
    }

    @Test
    void bearsSingleFailuresOfAServiceThatIsNew() {
        assertThat(deploy(1, api("flaky")).outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void removesAllOfAFirstDeploymentThatCrashes() {
        RolloutResult result = deploy(1, api("v1"), web("crash").build());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).isEqualTo("web ended with exit code 3.");
        assertThat(result(result, "api").change()).isEqualTo(Change.REMOVED);
        assertThat(platform.observe(NAME).services()).isEmpty();
        assertThat(platform.observe(NAME).networks()).isEmpty();
    }

    @Test
    void removesWhatIsNoLongerWantedWhenAllElseWorks() {
        deploy(1, api("v1"), service("old", "app:v1").build());

        RolloutResult result = deploy(2, api("v2"));

        assertThat(result(result, "old").change()).isEqualTo(Change.REMOVED);
        assertThat(platform.orders()).endsWith("update api", "remove old");
    }

    @Test
    void keepsWhatIsNoLongerWantedWhenSomethingFails() {
        deploy(1, api("v1"), service("old", "app:v1").build());

        RolloutResult result = deploy(2, api("crash"));

        assertThat(result.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(platform.orders()).doesNotContain("remove old");
    }

    @Test
    void noticesThatTheEngineRolledBackByItself() {
        deploy(1, service("api", "app:v1").rolledBackByEngine().build());

        RolloutResult result = deploy(2, service("api", "app:crash").rolledBackByEngine().build());

        assertThat(result.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(result(result, "api").image()).isEqualTo("app:v1");
    }

    @Test
    void saysAtTheDeadlineWhatATaskWaitsFor() {
        RolloutResult result = deploy(1, api("nowhere"));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason())
                .isEqualTo(
                        "api did not get healthy within 1 min: it fits no node: none meets its constraints.");
    }

    @Test
    void touchesNothingWhenImagesAreMissingAndNamesAllOfThem() {
        deploy(1, api("v1"));
        List<String> before = platform.orders();
        Stack desired = of(api("missing"), web("missing").build());

        RolloutResult result = deploy(2, api("missing"), web("missing").build());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason())
                .contains("api: Image app:missing cannot be pulled")
                .contains("web: Image app:missing cannot be pulled");
        assertThat(platform.orders()).isEqualTo(before);
        assertThatThrownBy(() -> runner.plan(desired)).isInstanceOf(RolloutRefusedException.class);
    }

    @Test
    void goesBackWhenTheEngineRefusesAChange() {
        deploy(1, api("v1"), web("v1").build());
        ObservedStack before = platform.observe(NAME);
        platform.refuse("web");

        RolloutResult result = deploy(2, api("v2"), web("v2").build());

        assertThat(result.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(result.reason())
                .isEqualTo("web could not be changed: Cannot change 'web': refused.");
        assertSameServices(before);
    }

    @Test
    void stopsWhenSomebodyElseChangesAServiceMeanwhile() {
        deploy(1, api("v1"), web("v1").build());

        RolloutResult result =
                run(
                        request(2, api("v2"), web("v2").build()),
                        new RecordedRollout() {
                            @Override
                            public void stepDone(int index, Step step) {
                                if (step instanceof Step.UpdateService) {
                                    platform.changeByHand("web");
                                }
                            }
                        },
                        Cancellation.NEVER);

        assertThat(result.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(result.reason()).contains("somebody else changed it");
    }

    @Test
    void waitsForAnEngineThatDoesNotAnswerForAWhile() {
        deploy(1, api("v1"));

        RolloutResult result =
                run(
                        request(2, api("v2")),
                        new RecordedRollout() {
                            @Override
                            public void stepDone(int index, Step step) {
                                platform.failObservations(5);
                            }
                        },
                        Cancellation.NEVER);

        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void goesBackWhenCancelled() {
        deploy(1, api("v1"));
        ObservedStack before = platform.observe(NAME);

        RolloutResult result =
                run(
                        request(2, api("broken")),
                        recorded,
                        () -> platform.orders().contains("update api"));

        assertThat(result.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(result.reason()).isEqualTo("It was cancelled.");
        assertSameServices(before);
    }

    @Test
    void goesBackWhenTheJournalCannotBeWritten() {
        deploy(1, api("v1"));
        ObservedStack before = platform.observe(NAME);

        RolloutResult result =
                run(
                        request(2, api("v2")),
                        new RecordedRollout() {
                            @Override
                            public void stepDone(int index, Step step) {
                                throw new IllegalStateException("No space left on device.");
                            }

                            @Override
                            public void reverting(String reason) {
                                throw new IllegalStateException("No space left on device.");
                            }
                        },
                        Cancellation.NEVER);

        assertThat(result.outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(result.reason()).isEqualTo("No space left on device.");
        assertSameServices(before);
    }

    @Test
    void changesNothingWhenTheSnapshotCannotBeWritten() {
        deploy(1, api("v1"));
        List<String> before = platform.orders();
        RolloutJournal full =
                new RecordedRollout() {
                    @Override
                    public void beforeChanges(Snapshot taken, RolloutPlan plan) {
                        throw new IllegalStateException("No space left on device.");
                    }
                };

        RolloutResult result =
                runner.run(request(2, api("v2")), full, recorded, Cancellation.NEVER);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).isEqualTo("No space left on device.");
        assertThat(platform.orders()).isEqualTo(before);
    }

    @Test
    void waitsForAJobThatOthersNeedToEnd() {
        ServiceSpec job =
                service("migrate", "app:job").restart(RestartPolicy.Condition.ON_FAILURE).build();
        ServiceSpec web =
                service("web", "app:v1")
                        .dependsOn("migrate", DependencyCondition.COMPLETED)
                        .build();

        RolloutResult result = deploy(1, job, web);

        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(recorded.events())
                .containsSubsequence("migrate HEALTHY 1/1", "web STARTING 0/0 is created");
    }

    @Test
    void takesTheEndOfAServiceThatIsToRunForAFailure() {
        RolloutResult result = deploy(1, service("web", "app:job").build());

        assertThat(result.reason())
                .isEqualTo("web ended by itself with exit code 0, though it is to keep running.");
    }

    /// A plan of six steps: the server is killed before or after each of them.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void recoversWhereverTheServerWasKilled(int survivedEntries) {
        deploy(1, api("v1"), web("v1").build(), service("old", "app:v1").build());
        ObservedStack before = platform.observe(NAME);
        KilledServer killed = new KilledServer(survivedEntries);

        assertThatThrownBy(() ->
                        run(
                                request(
                                        2,
                                        api("v2"),
                                        web("v2").build(),
                                        service("fresh", "app:v1").build()),
                                killed,
                                Cancellation.NEVER))
                .isInstanceOf(KilledServer.Kill.class);
        RolloutResult result = runner.recover(killed.snapshot().orElseThrow(), recorded);

        assertThat(result.outcome()).isEqualTo(Outcome.REVERTED);
        assertSameServices(before);
        assertThat(
                        runner.plan(
                                        of(
                                                api("v1"),
                                                web("v1").build(),
                                                service("old", "app:v1").build()))
                                .isEmpty())
                .isTrue();
    }

    /// Dies at one of the journal's entries.
    private static final class KilledServer extends RecordedRollout {
        private int survived;

        KilledServer(int survived) {
            this.survived = survived;
        }

        /// No failure of the rollout: nothing catches it.
        static final class Kill extends Error {}

        @Override
        public void stepStarted(int index, Step step) {
            survive();
        }

        @Override
        public void stepDone(int index, Step step) {
            survive();
        }

        private void survive() {
            if (survived-- == 0) {
                throw new Kill();
            }
        }
    }

    private static ServiceSpec api(String tag) {
        return service("api", "app:" + tag).build();
    }

    private static Fixtures.Builder web(String tag) {
        return service("web", "app:" + tag).dependsOn("api", DependencyCondition.HEALTHY);
    }

    private static Stack of(ServiceSpec... services) {
        return stack(NAME, services);
    }

    private static RolloutRequest request(long release, ServiceSpec... services) {
        return new RolloutRequest(
                of(services), release, Duration.ofMinutes(1), Duration.ofSeconds(5));
    }

    private RolloutResult deploy(long release, ServiceSpec... services) {
        return run(request(release, services), recorded, Cancellation.NEVER);
    }

    private RolloutResult run(
            RolloutRequest request, RecordedRollout watched, Cancellation cancellation) {
        return runner.run(request, watched, watched, cancellation);
    }

    private static ServiceResult result(RolloutResult result, String service) {
        return result.services().stream()
                .filter(s -> s.name().equals(new ServiceName(service)))
                .findFirst()
                .orElseThrow();
    }

    private void assertSameServices(ObservedStack before) {
        ObservedStack after = platform.observe(NAME);
        assertThat(after.services())
                .usingRecursiveFieldByFieldElementComparatorOnFields("spec", "hash", "release")
                .isEqualTo(before.services());
        assertThat(after.services())
                .allSatisfy(s -> assertThat(ServiceProgress.of(s).isComplete()).isTrue());
    }
}
