package dev.modmon.core.rollout;

import static dev.modmon.core.compose.ServiceSpecBuilder.service;
import static dev.modmon.core.rollout.Observations.running;
import static dev.modmon.core.rollout.Observations.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.ServiceSpecBuilder;
import dev.modmon.core.compose.UpdatePolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DowntimeTests {
    @Test
    void aHostPortIsFreedBeforeTheNewTaskCanHaveIt() {
        assertThat(downtime(service("web").hostPort(80, 8080), service("web").hostPort(80, 8080)))
                .isEqualTo(
                        "one replica with host port 8080: the old task must stop before the new one starts");
    }

    @Test
    void aSingleReplicaThatStopsFirstIsDownMeanwhile() {
        assertThat(downtime(service("web"), service("web")))
                .isEqualTo("one replica, stop-first: the old task stops before the new one starts");
        assertThat(downtime(service("db").volume("data", "/d"), service("db").volume("data", "/d")))
                .isEqualTo(
                        "one replica with volume data: the old task stops before the new one starts");
    }

    @Test
    void severalReplicasAreDownOnlyWhenAllAreReplacedAtOnce() {
        UpdatePolicy atOnce =
                new UpdatePolicy(
                        0,
                        Duration.ZERO,
                        UpdatePolicy.FailureAction.PAUSE,
                        Duration.ofSeconds(5),
                        0,
                        UpdatePolicy.Order.STOP_FIRST);

        assertThat(downtime(service("web").replicas(3), service("web").replicas(3))).isEmpty();
        assertThat(downtime(service("web").replicas(3), service("web").replicas(3).update(atOnce)))
                .isEqualTo(
                        "all 3 replicas at once, stop-first: the old task stops before the new one starts");
    }

    @Test
    void aServiceThatStartsFirstIsNeverDown() {
        assertThat(downtime(service("web"), service("web").startFirst())).isEmpty();
    }

    @Test
    void aServiceThatIsOffHasNothingToLose() {
        assertThat(downtime(service("web").replicas(0), service("web").replicas(1))).isEmpty();
        assertThat(downtime(service("web"), service("web").replicas(0)))
                .isEqualTo("0 replicas are wanted: the service stops");
    }

    @Test
    void aChangeThatRestartsNothingMakesNothingUnavailable() {
        RolloutPlan plan =
                new RolloutPlanner()
                        .plan(
                                wanted(service("web").label("team", "b").build()),
                                running(service("web").label("team", "a").build()));

        assertThat(((Step.UpdateService) plan.steps().getFirst()).downtime()).isEmpty();
    }

    private static String downtime(ServiceSpecBuilder before, ServiceSpecBuilder after) {
        RolloutPlan plan =
                new RolloutPlanner()
                        .plan(wanted(after.image("app:v2").build()), running(before.build()));
        return ((Step.UpdateService) plan.steps().getFirst()).downtime();
    }
}
