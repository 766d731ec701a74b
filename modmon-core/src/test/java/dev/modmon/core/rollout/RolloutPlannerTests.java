package dev.modmon.core.rollout;

import static dev.modmon.core.compose.ServiceSpecBuilder.service;
import static dev.modmon.core.rollout.Observations.nothing;
import static dev.modmon.core.rollout.Observations.running;
import static dev.modmon.core.rollout.Observations.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.project.ServiceName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolloutPlannerTests {
    private static final String DIGEST_A = "sha256:" + "a".repeat(64);
    private static final String DIGEST_B = "sha256:" + "b".repeat(64);

    private final RolloutPlanner planner = new RolloutPlanner();

    @Test
    void createsNetworksThenServicesInTheOrderOfTheirDependencies() {
        Stack stack =
                wanted(
                        service("web").dependsOn("api", "redis").build(),
                        service("api").dependsOn("postgres").build(),
                        service("redis").build(),
                        service("postgres").build());

        assertThat(words(planner.plan(stack, nothing())))
                .containsExactly(
                        "network default",
                        "create postgres",
                        "create redis",
                        "await postgres redis",
                        "create api",
                        "await api",
                        "create web",
                        "await web");
    }

    @Test
    void leavesExternalNetworksAlone() {
        NetworkSpec external = NetworkSpec.external("edge");
        Stack stack =
                Stack.of(
                        Observations.NAME,
                        List.of(),
                        List.of(external, NetworkSpec.overlay("inside")),
                        List.of());

        assertThat(words(planner.plan(stack, nothing()))).containsExactly("network inside");
    }

    @Test
    void plansNothingWhenEverythingRunsAsWanted() {
        ServiceSpec web = service("web").dependsOn("db").port(80, 8080).build();
        ServiceSpec db = service("db").volume("data", "/data").build();

        RolloutPlan plan = planner.plan(wanted(web, db), running(web, db));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.unchanged()).containsExactly(new ServiceName("db"), new ServiceName("web"));
    }

    @Test
    void touchesAndAwaitsOnlyWhatChanged() {
        ServiceSpec db = service("db").build();
        ServiceSpec cache = service("cache").build();
        ObservedStack before = running(service("web").build(), db, cache);

        RolloutPlan plan =
                planner.plan(
                        wanted(service("web").image("app:v2").dependsOn("db").build(), db, cache),
                        before);

        assertThat(words(plan)).containsExactly("update web", "await web");
        assertThat(plan.unchanged())
                .containsExactly(new ServiceName("cache"), new ServiceName("db"));
    }

    @Test
    void removesWhatIsNoLongerWantedAfterEverythingElseWorks() {
        ObservedStack before = running(service("old").build(), service("web").build());

        RolloutPlan plan = planner.plan(wanted(service("web").image("app:v2").build()), before);

        assertThat(words(plan)).containsExactly("update web", "await web", "remove old");
    }

    @Test
    void replacesAServiceWhoseModeChanges() {
        RolloutPlan plan =
                planner.plan(
                        wanted(service("agent").global().build()),
                        running(service("agent").build()));

        assertThat(words(plan)).containsExactly("replace agent", "await agent");
        assertThat(((Step.ReplaceService) plan.steps().getFirst()).reason())
                .isEqualTo(
                        "deploy.mode changes from replicated to global, which the engine cannot do in place");
    }

    @Test
    void replacesAServiceWhoseNetworksChange() {
        ServiceSpec joined = service("web").network("edge").build();

        RolloutPlan plan = planner.plan(wanted(joined), running(service("web").build()));

        assertThat(words(plan)).containsExactly("replace web", "await web");
        assertThat(((Step.ReplaceService) plan.steps().getFirst()).reason())
                .startsWith("networks.edge changes");
    }

    @Test
    void keepsTheRunningDigestOfAnImageThatNoRegistryWasAskedFor() {
        ObservedStack before = running(service("web").image("app:v1@" + DIGEST_A).build());

        RolloutPlan unchanged =
                planner.plan(wanted(service("web").image("app:v1").build()), before);
        RolloutPlan scaled =
                planner.plan(wanted(service("web").image("app:v1").replicas(2).build()), before);

        assertThat(unchanged.isEmpty()).isTrue();
        assertThat(
                        ((Step.UpdateService) scaled.steps().getFirst())
                                .after()
                                .container()
                                .image()
                                .value())
                .isEqualTo("app:v1@" + DIGEST_A);
    }

    @Test
    void updatesWhenTheTagPointsToAnotherDigest() {
        ObservedStack before = running(service("web").image("app:v1@" + DIGEST_A).build());

        RolloutPlan plan =
                planner.plan(wanted(service("web").image("app:v1@" + DIGEST_B).build()), before);

        assertThat(((Step.UpdateService) plan.steps().getFirst()).changes())
                .containsExactly(new FieldChange("image", "app:v1", "app:v1 (new digest)", true));
    }

    @Test
    void takesTheDockerClientsShortNamesForTheLongOnes() {
        ObservedStack before = running(service("cache").image("redis:latest@" + DIGEST_A).build());

        assertThat(
                        planner.plan(
                                        wanted(
                                                service("cache")
                                                        .image("docker.io/library/redis")
                                                        .build()),
                                        before)
                                .isEmpty())
                .isTrue();
    }

    @Test
    void doesNotMakeANetworkThatExists() {
        ObservedStack before =
                new ObservedStack(
                        Observations.NAME,
                        List.of(),
                        Set.of("default"),
                        Set.of(),
                        ObservedFiles.NONE);

        assertThat(words(planner.plan(wanted(service("web").build()), before)))
                .containsExactly("create web", "await web");
    }

    static List<String> words(RolloutPlan plan) {
        return plan.steps().stream().map(RolloutPlannerTests::words).toList();
    }

    private static String words(Step step) {
        return switch (step) {
            case Step.CreateNetwork(var network) -> "network " + network.name();
            case Step.CreateFile(var kind, var file) -> kind.word() + " " + file;
            case Step.RemoveFile(var kind, var name) -> "remove " + kind.word() + " " + name;
            case Step.CreateService(var service) -> "create " + service.name();
            case Step.UpdateService update -> "update " + update.after().name();
            case Step.ReplaceService(_, var after, _) -> "replace " + after.name();
            case Step.AwaitHealthy(var services) ->
                    "await " + String.join(" ", services.stream().map(ServiceName::value).toList());
            case Step.RemoveService(var service) -> "remove " + service.spec().name();
        };
    }
}
