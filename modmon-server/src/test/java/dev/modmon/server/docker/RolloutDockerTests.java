package dev.modmon.server.docker;

import static dev.modmon.server.docker.TestEngine.app;
import static dev.modmon.server.rollout.Fixtures.service;
import static dev.modmon.server.rollout.Fixtures.stack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.api.Outcome;
import dev.modmon.core.compose.DependencyCondition;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.server.rollout.Cancellation;
import dev.modmon.server.rollout.LogLine;
import dev.modmon.server.rollout.RecordedRollout;
import dev.modmon.server.rollout.RolloutRequest;
import dev.modmon.server.rollout.RolloutResult;
import dev.modmon.server.rollout.RolloutResult.Change;
import dev.modmon.server.rollout.RolloutResult.ServiceResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Whole rollouts on the real engine.
@Execution(ExecutionMode.CONCURRENT)
class RolloutDockerTests {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Duration MONITOR = Duration.ofSeconds(2);

    @RegisterExtension final TestEngine testbed = new TestEngine();

    private final RecordedRollout recorded = new RecordedRollout();

    @Test
    void deploysServicesAfterTheirDependencies() {
        StackName name = testbed.newStack();

        RolloutResult result = deploy(twoServices(name, "v1"), 1);

        assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.services())
                .extracting(ServiceResult::change)
                .containsOnly(Change.CREATED);
        assertThat(result.services()).allSatisfy(s -> assertThat(s.image()).contains("@sha256:"));
        assertThat(recorded.events())
                .containsSubsequence(
                        "api HEALTHY 1/1", "web STARTING 0/0 is created", "web HEALTHY 2/2");
    }

    @Test
    void touchesNothingWhenTheSameIsDeployedAgain() {
        StackName name = testbed.newStack();
        deploy(twoServices(name, "v1"), 1);
        Set<String> before = tasks(name);

        assertThat(testbed.runner().plan(twoServices(name, "v1")).isEmpty()).isTrue();
        RolloutResult result = deploy(twoServices(name, "v1"), 2);

        assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(result.services())
                .extracting(ServiceResult::change)
                .containsOnly(Change.UNCHANGED);
        assertThat(tasks(name)).isEqualTo(before);
    }

    @Test
    void changesLabelsWithoutRestartingTasks() {
        StackName name = testbed.newStack();
        deploy(stack(name, service("web", app("v1")).build()), 1);
        Set<String> before = tasks(name);

        RolloutResult result =
                deploy(stack(name, service("web", app("v1")).label("team", "a").build()), 2);

        assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.COMPLETED);
        assertThat(result(result, "web").change()).isEqualTo(Change.UPDATED);
        assertThat(tasks(name)).isEqualTo(before);
    }

    @Test
    void goesBackWhenTheNewVersionStaysUnhealthyWhileTheOldOneServes() {
        StackName name = testbed.newStack();
        deploy(withProbe(name, "v1", "one"), 1);
        Set<String> before = tasks(name);

        RolloutResult result = deploy(withProbe(name, "broken", "two"), 2);

        assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.REVERTED);
        ServiceResult web = result(result, "web");
        assertThat(web.change()).isEqualTo(Change.FAILED);
        assertThat(web.reason()).contains("is unhealthy").contains("404");
        assertThat(web.logs())
                .extracting(LogLine::line)
                .contains("app broken: cannot reach its database");
        assertThat(web.image()).startsWith(app("v1") + "@");
        assertThat(result(result, "cache").change()).isEqualTo(Change.REVERTED);
        assertThat(before).containsAll(tasks(name, "web"));
        assertThat(testbed.runner().plan(withProbe(name, "v1", "one")).isEmpty()).isTrue();
        assertThat(probed(name)).isNotEmpty().containsOnly("v1");
    }

    @Test
    void goesBackWhenTheEngineRolledBackByItself() {
        StackName name = testbed.newStack();
        deploy(stack(name, service("web", app("v1")).rolledBackByEngine().build()), 1);

        RolloutResult result =
                deploy(stack(name, service("web", app("crash")).rolledBackByEngine().build()), 2);

        assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.REVERTED);
        assertThat(result(result, "web").reason()).contains("exit code 3");
        assertThat(result(result, "web").logs())
                .extracting(LogLine::line)
                .contains("app crashed: configuration file /etc/app.conf is missing");
    }

    @Test
    void takesAnUnhealthyTaskThatEndsWithExitCodeZeroForAFailure() {
        StackName name = testbed.newStack();
        deploy(stack(name, restartedOnFailure("v1")), 1);

        RolloutResult result = deploy(stack(name, restartedOnFailure("broken")), 2);

        assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.REVERTED);
        assertThat(result(result, "web").reason()).contains("is unhealthy");
    }

    @Test
    void removesWhatAFailedFirstDeploymentCreated() {
        StackName name = testbed.newStack();

        RolloutResult result =
                deploy(
                        stack(
                                name,
                                service("api", app("v1")).build(),
                                service("web", app("crash"))
                                        .restart(RestartPolicy.Condition.ANY)
                                        .dependsOn("api", DependencyCondition.HEALTHY)
                                        .build()),
                        1);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).startsWith("web ended with exit code 3");
        assertThat(result(result, "web").logs()).isNotEmpty();
        assertThat(result(result, "api").change()).isEqualTo(Change.REMOVED);
        ObservedStack left = testbed.engine().platform().observe(name);
        assertThat(left.services()).isEmpty();
        assertThat(left.networks()).isEmpty();
    }

    @Test
    void touchesNothingWhenAnImageIsMissing() {
        StackName name = testbed.newStack();
        deploy(twoServices(name, "v1"), 1);
        Set<String> before = tasks(name);

        RolloutResult result = deploy(twoServices(name, "no-such-tag"), 2);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason())
                .contains("web: Image " + app("no-such-tag") + " cannot be pulled: ")
                .contains("manifest unknown")
                .contains("it is not on the node");
        assertThat(result.services())
                .extracting(ServiceResult::change)
                .containsOnly(Change.UNCHANGED);
        assertThat(tasks(name)).isEqualTo(before);
    }

    @Test
    void waitsForAJobToEndBeforeItsDependentsStart() {
        StackName name = testbed.newStack();
        Stack desired =
                stack(
                        name,
                        service("migrate", app("v1"))
                                .command("/bin/sh", "-c", "echo migrated")
                                .restart(RestartPolicy.Condition.NONE)
                                .build(),
                        service("web", app("v1"))
                                .dependsOn("migrate", DependencyCondition.COMPLETED)
                                .build());

        RolloutResult result = deploy(desired, 1);

        assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.COMPLETED);
        assertThat(recorded.events())
                .containsSubsequence("migrate HEALTHY 1/1", "web STARTING 0/0 is created");
    }

    @Test
    void saysAtTheDeadlineWhyATaskIsPending() {
        StackName name = testbed.newStack();
        Stack desired =
                stack(name, service("web", app("v1")).constraint("node.labels.disk==none").build());

        RolloutResult result =
                run(
                        new RolloutRequest(desired, 1, Duration.ofSeconds(4), MONITOR),
                        Cancellation.NEVER);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason())
                .isEqualTo(
                        "web did not get healthy within 4 s: it fits no node: none meets its constraints (node.labels.disk==none).");
    }

    @Test
    void goesBackWhenCancelled() {
        StackName name = testbed.newStack();
        deploy(stack(name, service("web", app("v1")).build()), 1);
        Set<String> before = tasks(name);

        RecordedRollout watched = new RecordedRollout();

        RolloutResult result =
                testbed.runner()
                        .run(
                                request(stack(name, service("web", app("broken")).build()), 2),
                                watched,
                                watched,
                                () -> watched.events().toString().contains("healthy yet"));

        assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.REVERTED);
        assertThat(result.reason()).isEqualTo("It was cancelled.");
        assertThat(tasks(name)).isEqualTo(before);
    }

    @Test
    void recoversFromASnapshotAsOftenAsAsked() {
        StackName name = testbed.newStack();
        deploy(twoServices(name, "v1"), 1);
        RecordedRollout killed = new RecordedRollout();
        Stack next =
                stack(name, service("api", app("v2")).build(), service("extra", app("v1")).build());
        testbed.runner().run(request(next, 2), killed, killed, Cancellation.NEVER);
        assertThat(testbed.runner().plan(next).isEmpty()).isTrue();

        for (int time = 0; time < 2; time++) {
            RolloutResult result =
                    testbed.runner().recover(killed.snapshot().orElseThrow(), recorded);
            assertThat(result.outcome()).as(result.reason()).isEqualTo(Outcome.REVERTED);
            assertThat(testbed.runner().plan(twoServices(name, "v1")).isEmpty()).isTrue();
        }
    }

    private static Stack twoServices(StackName name, String tag) {
        return stack(
                name,
                service("api", app("v1")).secret("PASSWORD", "s3cret").build(),
                service("web", app(tag))
                        .replicas(2)
                        .dependsOn("api", DependencyCondition.HEALTHY)
                        .build());
    }

    /// A service that asks `web` again and again, and one that changes before `web` does.
    private static Stack withProbe(StackName name, String tag, String setting) {
        return stack(
                name,
                service("cache", app("v1")).env("SETTING", setting).build(),
                service("web", app(tag)).dependsOn("cache", DependencyCondition.HEALTHY).build(),
                service("probe", app("v1"))
                        .command(
                                "/bin/sh",
                                "-c",
                                "trap 'exit 0' TERM; app & while true; do timeout 2 wget -q -O - http://web:8080/ || echo down; sleep 0.2; done")
                        .dependsOn("web", DependencyCondition.HEALTHY)
                        .build());
    }

    private static ServiceSpec restartedOnFailure(String tag) {
        return service("web", app(tag)).restart(RestartPolicy.Condition.ON_FAILURE).build();
    }

    private List<String> probed(StackName name) {
        List<String> answers = new ArrayList<>();
        try (var stream =
                testbed.engine().logs().open(name, new ServiceName("probe"), 10_000, false)) {
            for (LogLine line = stream.next(); line != null; line = stream.next()) {
                if (!line.line().startsWith("app ")) {
                    answers.add(line.line());
                }
            }
        }
        return answers;
    }

    private RolloutResult deploy(Stack desired, long release) {
        return run(request(desired, release), Cancellation.NEVER);
    }

    private static RolloutRequest request(Stack desired, long release) {
        return new RolloutRequest(desired, release, DEADLINE, MONITOR);
    }

    private RolloutResult run(RolloutRequest request, Cancellation cancellation) {
        return testbed.runner().run(request, recorded, recorded, cancellation);
    }

    private static ServiceResult result(RolloutResult result, String service) {
        return result.services().stream()
                .filter(s -> s.name().value().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> tasks(StackName name) {
        return testbed.engine().platform().observe(name).services().stream()
                .flatMap(s -> s.tasks().stream())
                .filter(t -> t.wanted() && t.isRunning())
                .map(ObservedTask::id)
                .collect(Collectors.toSet());
    }

    private Set<String> tasks(StackName name, String service) {
        return testbed
                .engine()
                .platform()
                .observe(name)
                .service(new ServiceName(service))
                .orElseThrow()
                .tasks()
                .stream()
                .filter(t -> t.wanted() && t.isRunning())
                .map(ObservedTask::id)
                .collect(Collectors.toSet());
    }
}
