package dev.modmon.server.rollout;

import static dev.modmon.server.rollout.Fixtures.service;
import static dev.modmon.server.rollout.Fixtures.stack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedFiles;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.server.rollout.PlatformException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What every platform does, so that a fake cannot promise what the real one does not keep.
public abstract class ContainerPlatformContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ServiceName WEB = new ServiceName("web");

    protected abstract ContainerPlatform platform();

    protected abstract Clock clock();

    /// Lets a moment pass.
    protected abstract void pause() throws InterruptedException;

    /// Of a stack that does not exist, and is cleaned away in the end.
    protected abstract StackName stackName();

    /// An image that behaves as this tag says.
    protected abstract String image(String tag);

    @Test
    void observesNothingOfAStackThatDoesNotExist() {
        var observed = platform().observe(stackName());

        assertThat(observed.services()).isEmpty();
        assertThat(observed.networks()).isEmpty();
    }

    @Test
    void observesWhatItCreated() throws InterruptedException {
        ServiceSpec spec =
                service("web", image("v1")).env("LEVEL", "info").secret("KEY", "s3cret").build();

        create(spec);

        ObservedService observed = await(s -> runningTasks(s).size() == 1);
        assertThat(observed.spec()).isEqualTo(spec);
        assertThat(observed.spec().container().environment().get("KEY"))
                .isEqualTo(EnvValue.secret("s3cret"));
        assertThat(observed.hash()).isEqualTo("hash-1");
        assertThat(observed.release()).isEqualTo(OptionalLong.of(1));
        assertThat(observed.tasks())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.current()).isTrue();
                    assertThat(task.wanted()).isTrue();
                    assertThat(task.slot()).isEqualTo(1);
                    assertThat(task.node()).isNotEmpty();
                    assertThat(task.containerId()).isNotEmpty();
                    assertThat(task.exitCode()).isEmpty();
                });
        assertThat(platform().observe(stackName()).networks()).containsExactly("default");
    }

    @Test
    void takesANetworkThatExistsAsItIs() {
        platform().createNetwork(stackName(), NetworkSpec.overlay("default"));
        platform().createNetwork(stackName(), NetworkSpec.overlay("default"));

        assertThat(platform().observe(stackName()).networks()).containsExactly("default");
    }

    @Test
    void countsRunningTasksAsCurrentWhenOnlyALabelOfTheServiceChanges()
            throws InterruptedException {
        create(service("web", image("v1")).build());
        ObservedService before = await(s -> runningTasks(s).size() == 1);

        update(before, service("web", image("v1")).label("team", "a").build());

        ObservedService after = observed();
        assertThat(after.hash()).isEqualTo("hash-2");
        assertThat(after.version()).isNotEqualTo(before.version());
        assertThat(runningTasks(after)).isEqualTo(runningTasks(before));
        assertThat(after.tasks()).allMatch(ObservedTask::current);
    }

    @Test
    void tellsTasksOfAnEarlierSpecFromCurrentOnes() throws InterruptedException {
        create(service("web", image("v1")).build());
        Set<String> earlier = runningTasks(await(s -> runningTasks(s).size() == 1));

        update(observed(), service("web", image("broken")).build());

        ObservedService after =
                await(s -> s.tasks().stream().anyMatch(t -> t.current() && t.wanted()));
        assertThat(after.tasks())
                .filteredOn(task -> earlier.contains(task.id()))
                .singleElement()
                .matches(task -> !task.current() && task.isRunning());
    }

    @Test
    void refusesToUpdateWhatSomebodyElseChanged() {
        create(service("web", image("v1")).build());
        ObservedService stale = observed();
        update(stale, service("web", image("v1")).label("by", "somebody else").build());

        assertThatThrownBy(() -> update(stale, service("web", image("v1")).build()))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT))
                .hasMessageContaining("web")
                .hasMessageContaining("somebody else");
    }

    @Test
    void restoresAServiceThatWasChangedAndOneThatWasRemoved() throws InterruptedException {
        create(service("web", image("v1")).build());
        ObservedService before = await(s -> runningTasks(s).size() == 1);
        ServiceSnapshot snapshot = snapshot(before);
        update(before, service("web", image("v2")).build());

        platform().restoreService(stackName(), snapshot);
        assertThat(observed().spec()).isEqualTo(before.spec());
        assertThat(observed().hash()).isEqualTo("hash-1");
        assertThat(observed().release()).isEqualTo(before.release());
        await(s -> !runningTasks(s).isEmpty() && ServiceProgress.of(s).isComplete());

        platform().removeService(stackName(), WEB);
        platform().restoreService(stackName(), snapshot);
        assertThat(observed().spec()).isEqualTo(before.spec());
        assertThat(observed().hash()).isEqualTo("hash-1");
    }

    @Test
    void ordersNothingWhenAServiceIsAsItWasAlready() throws InterruptedException {
        create(service("web", image("v1")).build());
        ObservedService before = await(s -> runningTasks(s).size() == 1);

        platform().restoreService(stackName(), snapshot(before));

        assertThat(observed().version()).isEqualTo(before.version());
    }

    @Test
    void reportsHowATaskEnded() throws InterruptedException {
        create(service("web", image("crash")).restart(RestartPolicy.Condition.NONE).build());

        ObservedService observed = await(s -> s.tasks().stream().anyMatch(ObservedTask::hasFailed));

        assertThat(observed.tasks())
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.current()).isTrue();
                    assertThat(task.exitCode()).isEqualTo(OptionalInt.of(3));
                    assertThat(task.error()).isEqualTo("task: non-zero exit (3)");
                });
    }

    @Test
    void keepsConfigsAndSecretsOfTheStackAndWhichServicesGotThem() throws InterruptedException {
        StoredFile first = Fixtures.config("site", "first");
        StoredFile second = Fixtures.config("site", "second");
        platform().createFile(stackName(), FileKind.CONFIG, first);
        platform().createFile(stackName(), FileKind.CONFIG, first);
        platform().createFile(stackName(), FileKind.CONFIG, second);
        platform().createFile(stackName(), FileKind.SECRET, first);
        ServiceSpec with = service("web", image("v1")).config(first, "/site").build();
        ServiceSpec after = service("web", image("v1")).config(second, "/site").build();
        platform().createNetwork(stackName(), NetworkSpec.overlay("default"));
        platform()
                .createService(
                        Fixtures.stack(stackName(), first, with),
                        new StampedService(with, "hash-1", 1));
        assertThat(observed().spec()).isEqualTo(with);
        assertThat(observed().formerFiles()).isEqualTo(ObservedFiles.NONE);

        platform()
                .updateService(
                        Fixtures.stack(stackName(), second, after),
                        observed(),
                        new StampedService(after, "hash-2", 2));

        assertThat(observed().spec()).isEqualTo(after);
        assertThat(observed().formerFiles().configs()).containsExactly(first.storedName());
        assertThat(platform().observe(stackName()).files())
                .isEqualTo(
                        new ObservedFiles(
                                Set.of(first.storedName(), second.storedName()),
                                Set.of(first.storedName())));
    }

    @Test
    void removesAConfigOnlyWhileNoServiceHasIt() {
        StoredFile config = Fixtures.config("site", "text");
        ServiceSpec with = service("web", image("v1")).replicas(0).config(config, "/site").build();
        platform().createFile(stackName(), FileKind.CONFIG, config);
        platform().createNetwork(stackName(), NetworkSpec.overlay("default"));
        platform()
                .createService(
                        Fixtures.stack(stackName(), config, with),
                        new StampedService(with, "hash-1", 1));

        assertThatThrownBy(() ->
                        platform().removeFile(stackName(), FileKind.CONFIG, config.storedName()))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
        platform().removeService(stackName(), WEB);
        platform().removeFile(stackName(), FileKind.CONFIG, config.storedName());
        platform().removeFile(stackName(), FileKind.CONFIG, config.storedName());

        assertThat(platform().observe(stackName()).files()).isEqualTo(ObservedFiles.NONE);
    }

    @Test
    void createsNoServiceWhoseConfigIsNotThere() {
        StoredFile config = Fixtures.config("site", "text");
        ServiceSpec with = service("web", image("v1")).config(config, "/site").build();
        platform().createNetwork(stackName(), NetworkSpec.overlay("default"));

        assertThatThrownBy(() ->
                        platform()
                                .createService(
                                        Fixtures.stack(stackName(), config, with),
                                        new StampedService(with, "hash-1", 1)))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND))
                .hasMessageContaining(config.storedName());
    }

    @Test
    void removesWhatIsGoneWithoutComplaint() {
        platform().removeService(stackName(), WEB);
        platform().removeNetwork(stackName(), "default");

        assertThat(platform().observe(stackName()).services()).isEmpty();
    }

    @Test
    void knowsNoSpecOfAServiceThatDoesNotExist() throws InterruptedException {
        assertThatThrownBy(() -> platform().engineSpec(stackName(), WEB))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
    }

    private void create(ServiceSpec spec) {
        platform().createNetwork(stackName(), NetworkSpec.overlay("default"));
        platform().createService(of(spec), new StampedService(spec, "hash-1", 1));
    }

    private void update(ObservedService before, ServiceSpec after) {
        platform().updateService(of(after), before, new StampedService(after, "hash-2", 2));
    }

    private Stack of(ServiceSpec spec) {
        return stack(stackName(), spec);
    }

    private ServiceSnapshot snapshot(ObservedService service) {
        return new ServiceSnapshot(
                WEB, service.hash(), "", true, platform().engineSpec(stackName(), WEB));
    }

    private ObservedService observed() {
        return platform().observe(stackName()).service(WEB).orElseThrow();
    }

    private ObservedService await(Predicate<ObservedService> expected) throws InterruptedException {
        Instant end = clock().instant().plus(PATIENCE);
        ObservedService seen = observed();
        while (!expected.test(seen)) {
            assertThat(clock().instant()).as("%s", seen).isBefore(end);
            pause();
            seen = observed();
        }
        return seen;
    }

    private static Set<String> runningTasks(ObservedService service) {
        return service.tasks().stream()
                .filter(t -> t.isRunning() && t.wanted())
                .map(ObservedTask::id)
                .collect(Collectors.toSet());
    }
}
