package dev.modmon.core.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.ServiceSpecBuilder;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.project.ServiceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every pair of stacks, tried on many made from fixed seeds.
class RolloutPlannerPropertyTests {
    private final RolloutPlanner planner = new RolloutPlanner();

    record Case(long seed, Stack wanted, ObservedStack observed) {
        @Override
        public String toString() {
            return "seed " + seed;
        }
    }

    static Stream<Case> cases() {
        return Stream.iterate(1L, seed -> seed + 1)
                .limit(200)
                .map(RolloutPlannerPropertyTests::make);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPlanThatWasCarriedOutLeavesNothingToDo(Case example) {
        RolloutPlan plan = planner.plan(example.wanted(), example.observed());

        ObservedStack after = Observations.after(plan, example.observed());

        assertThat(planner.plan(example.wanted(), after).steps()).isEmpty();
        assertThat(after.services()).hasSameSizeAs(example.wanted().services());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingIsTouchedBeforeWhatItDependsOnIsAwaited(Case example) {
        RolloutPlan plan = planner.plan(example.wanted(), example.observed());
        Set<ServiceName> settled = new HashSet<>(plan.unchanged());
        for (Step step : plan.steps()) {
            if (step instanceof Step.AwaitHealthy(var services)) {
                settled.addAll(services);
            }
            touched(step).forEach(s -> assertThat(settled).containsAll(needs(s, example.wanted())));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyWantedServiceIsEitherTouchedOnceAndAwaitedOrUnchanged(Case example) {
        RolloutPlan plan = planner.plan(example.wanted(), example.observed());
        List<ServiceName> touched = new ArrayList<>();
        List<ServiceName> awaited = new ArrayList<>();
        for (Step step : plan.steps()) {
            touched(step).forEach(s -> touched.add(s.name()));
            if (step instanceof Step.AwaitHealthy(var services)) {
                awaited.addAll(services);
            }
        }
        assertThat(awaited).containsExactlyElementsOf(touched).doesNotHaveDuplicates();
        touched.addAll(plan.unchanged());
        assertThat(touched)
                .containsExactlyInAnyOrderElementsOf(
                        example.wanted().services().stream().map(ServiceSpec::name).toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void removalsComeLast(Case example) {
        List<Step> steps = planner.plan(example.wanted(), example.observed()).steps();
        long removals = steps.stream().filter(Step.RemoveService.class::isInstance).count();

        assertThat(steps.subList((int) (steps.size() - removals), steps.size()))
                .allMatch(Step.RemoveService.class::isInstance);
    }

    private static List<ServiceName> needs(ServiceSpec service, Stack stack) {
        return service.dependsOn().keySet().stream()
                .filter(name -> stack.service(name).isPresent())
                .toList();
    }

    private static Stream<ServiceSpec> touched(Step step) {
        return switch (step) {
            case Step.CreateService(var service) -> Stream.of(service);
            case Step.UpdateService update -> Stream.of(update.after());
            case Step.ReplaceService(_, var after, _) -> Stream.of(after);
            case Step.CreateNetwork _,
                    Step.CreateFile _,
                    Step.RemoveFile _,
                    Step.AwaitHealthy _,
                    Step.RemoveService _ ->
                    Stream.empty();
        };
    }

    private static Case make(long seed) {
        Random random = new Random(seed);
        Stack wanted = stack(random);
        Stack old = random.nextInt(5) == 0 ? wanted : stack(random);
        ObservedStack observed =
                new ObservedStack(
                        Observations.NAME,
                        old.services().stream().map(Observations::observed).toList(),
                        random.nextBoolean() ? Set.of("default") : Set.of(),
                        Set.of(),
                        ObservedFiles.NONE);
        return new Case(seed, wanted, observed);
    }

    private static Stack stack(Random random) {
        List<ServiceSpec> services = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            if (random.nextInt(4) > 0) {
                services.add(randomService(random, i));
            }
        }
        return Stack.of(
                Observations.NAME,
                services,
                List.of(NetworkSpec.overlay("default"), NetworkSpec.overlay("edge")),
                List.of());
    }

    /// Names are shuffled against the order of dependencies; some dependencies do not exist.
    private static ServiceSpec randomService(Random random, int index) {
        ServiceSpecBuilder service = ServiceSpecBuilder.service("s" + (index * 5) % 8);
        for (int needed = 0; needed < index; needed++) {
            if (random.nextInt(3) == 0) {
                service.dependsOn("s" + (needed * 5) % 8);
            }
        }
        service.image("app:v" + random.nextInt(2)).replicas(random.nextInt(3));
        if (random.nextInt(6) == 0) {
            service.global();
        }
        if (random.nextInt(6) == 0) {
            service.network("edge");
        }
        if (random.nextBoolean()) {
            service.secretEnv("PASSWORD", "p" + random.nextInt(2));
        }
        if (random.nextBoolean()) {
            service.hostPort(8080, 8080 + random.nextInt(2));
        }
        return service.build();
    }
}
