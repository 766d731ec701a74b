package dev.modmon.core.api;

import static dev.modmon.core.compose.ServiceSpecBuilder.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.api.PlanReport.PlannedChange;
import dev.modmon.core.api.PlanReport.PlannedStep;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.project.CommitId;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.rollout.ObservedFiles;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.core.rollout.RolloutPlan;
import dev.modmon.core.rollout.RolloutPlanner;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanReportTests {
    private static final StackName NAME =
            new StackName(new ProjectName("shop"), new EnvironmentName("staging"));
    private static final CommitId COMMIT = new CommitId("c".repeat(40));

    @Test
    void saysEachStepInTheWordsOfTheWire() {
        Stack wanted =
                Stack.of(
                        NAME,
                        List.of(
                                service("api").image("app:v2").build(),
                                service("agent").global().build(),
                                service("cache").build(),
                                service("web").dependsOn("api").build()),
                        List.of(NetworkSpec.overlay("default")),
                        List.of());
        ObservedStack observed =
                observed(
                        service("api").build(),
                        service("agent").build(),
                        service("cache").build(),
                        service("old").build());

        RolloutPlan plan = new RolloutPlanner().plan(wanted, observed);

        String modeChange =
                "deploy.mode changes from replicated to global, which the engine cannot do in place";
        assertThat(PlanReport.of(plan, COMMIT))
                .isEqualTo(
                        new PlanReport(
                                "shop",
                                "staging",
                                COMMIT.value(),
                                true,
                                List.of(
                                        step("create-network", "default"),
                                        new PlannedStep(
                                                "replace",
                                                "agent",
                                                true,
                                                modeChange,
                                                List.of(
                                                        new PlannedChange(
                                                                "deploy.mode",
                                                                "replicated",
                                                                "global"))),
                                        new PlannedStep(
                                                "update",
                                                "api",
                                                true,
                                                "one replica, stop-first: the old task stops before the new one starts",
                                                List.of(
                                                        new PlannedChange(
                                                                "image", "app:v1", "app:v2"))),
                                        step("await", "agent,api"),
                                        new PlannedStep(
                                                "create",
                                                "web",
                                                false,
                                                "",
                                                List.of(new PlannedChange("image", "", "app:v1"))),
                                        step("await", "web"),
                                        step("remove", "old")),
                                List.of("cache")));
    }

    private static PlannedStep step(String action, String target) {
        return new PlannedStep(action, target, false, "", List.of());
    }

    private static ObservedStack observed(ServiceSpec... services) {
        List<ObservedService> running =
                Stream.of(services)
                        .map(spec ->
                                new ObservedService(
                                        "id",
                                        1,
                                        spec,
                                        "hash",
                                        OptionalLong.empty(),
                                        0,
                                        ObservedFiles.NONE,
                                        List.of()))
                        .toList();
        return new ObservedStack(NAME, running, Set.of(), Set.of(), ObservedFiles.NONE);
    }
}
