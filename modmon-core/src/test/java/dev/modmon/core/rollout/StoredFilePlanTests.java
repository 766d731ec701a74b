package dev.modmon.core.rollout;

import static dev.modmon.core.compose.ServiceSpecBuilder.service;
import static dev.modmon.core.rollout.Observations.observed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.Naming;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StoredFile;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StoredFilePlanTests {
    private final StoredFile first = config("site", "first");
    private final StoredFile second = config("site", "second");
    private final StoredFile third = config("site", "third");

    @Test
    void createsConfigsAndSecretsBeforeTheServicesThatGetThem() {
        StoredFile secret =
                StoredFile.own(
                        "key", Naming.SCOPED, EnvValue.secret("hunter2"), "", new TreeMap<>(), "");
        ServiceSpec web = service("web").config(first, "/etc/site").secret(secret, "key").build();
        Stack wanted =
                new Stack(
                        Observations.NAME,
                        List.of(web),
                        List.of(NetworkSpec.overlay("default")),
                        List.of(),
                        List.of(first),
                        List.of(secret));

        assertThat(plan(wanted, Observations.nothing()))
                .containsExactly(
                        "network default",
                        "config " + first,
                        "secret " + secret,
                        "create web",
                        "await web");
    }

    @Test
    void givesAServiceTheConfigThatHasTheNewContentAndKeepsTheOldOne() {
        ObservedStack before = running(with(first), ObservedFiles.NONE, first);

        assertThat(plan(wanted(second), before))
                .containsExactly("config " + second, "update web", "await web");
    }

    @Test
    void plansNothingWhileTheContentIsTheSame() {
        ObservedStack before = running(with(second), granted(first), first, second);

        assertThat(plan(wanted(second), before)).isEmpty();
    }

    @Test
    void collectsWhatNeitherTheNewSpecNorTheOneThatRunsUses() {
        ObservedStack before = running(with(second), granted(first), first, second);

        assertThat(plan(wanted(third), before))
                .containsExactly(
                        "config " + third, "update web", "await web", "remove config " + first);
    }

    @Test
    void keepsWhatTheEngineWouldNeedToGoBackWithAServiceThatNothingTouches() {
        ObservedStack before = running(with(second), granted(first), first, second);
        Stack wanted =
                new Stack(
                        Observations.NAME,
                        List.of(with(second), service("new").build()),
                        List.of(NetworkSpec.overlay("default")),
                        List.of(),
                        List.of(second),
                        List.of());

        assertThat(plan(wanted, before)).containsExactly("create new", "await new");
    }

    @Test
    void neitherCreatesNorCollectsWhatIsNotTheStacksOwn() {
        StoredFile given = StoredFile.external("given");
        ObservedStack before = Observations.running();

        assertThat(plan(wanted(given), before)).containsExactly("create web", "await web");
    }

    @Test
    void tellsInWhichConfigTheContentChanged() {
        assertThat(ServiceDiff.between(observed(with(first)), with(second)))
                .containsExactly(
                        new FieldChange(
                                "configs./etc/site",
                                first.storedName(),
                                second.storedName(),
                                true));
    }

    private static List<String> plan(Stack wanted, ObservedStack observed) {
        return RolloutPlannerTests.words(new RolloutPlanner().plan(wanted, observed));
    }

    private static ServiceSpec with(StoredFile config) {
        return service("web").config(config, "/etc/site").build();
    }

    private static Stack wanted(StoredFile config) {
        return new Stack(
                Observations.NAME,
                List.of(with(config)),
                List.of(NetworkSpec.overlay("default")),
                List.of(),
                List.of(config),
                List.of());
    }

    private static ObservedFiles granted(StoredFile config) {
        return new ObservedFiles(Set.of(config.storedName()), Set.of());
    }

    private static ObservedStack running(
            ServiceSpec service, ObservedFiles former, StoredFile... configs) {
        return new ObservedStack(
                Observations.NAME,
                List.of(
                        new ObservedService(
                                "id",
                                7,
                                service,
                                "hash",
                                OptionalLong.of(1),
                                0,
                                former,
                                List.of())),
                Set.of("default"),
                Set.of(),
                new ObservedFiles(
                        Set.copyOf(List.of(configs).stream().map(StoredFile::storedName).toList()),
                        Set.of()));
    }

    private static StoredFile config(String name, String text) {
        return StoredFile.own(name, Naming.SCOPED, EnvValue.plain(text), "", new TreeMap<>(), "");
    }
}
