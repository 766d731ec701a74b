package dev.modmon.server.rollout;

import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.compose.UpdatePolicy;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedFiles;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.core.rollout.ObservedTask.State;
import dev.modmon.server.rollout.PlatformException.Kind;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A one-node engine with one stack, in memory, whose time passes only when somebody sleeps.
///
/// How a task behaves is in its image's tag: `broken` stays unhealthy and then ends with exit code 0, `crash` ends with exit
/// code 3, `flaky` does so twice before it works, `job` ends well, `nowhere` fits no node, `missing` is in no registry; every other works.
public final class FakeContainerPlatform implements ContainerPlatform, ImageSource, ServiceLogs {
    private static final Duration STARTS = Duration.ofSeconds(1);
    private static final Duration UNHEALTHY_AFTER = Duration.ofSeconds(4);
    private static final Duration RESTART_DELAY = Duration.ofSeconds(2);
    private static final int FLAKY_FAILURES = 2;

    private final Map<ServiceName, Service> services = new TreeMap<>();
    private final Set<String> networks = new TreeSet<>();
    private final Map<FileKind, Set<String>> files = new EnumMap<>(FileKind.class);
    private final Map<String, Written> specs = new HashMap<>();
    private final List<String> orders = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int counter;
    private int outages;
    private Optional<ServiceName> refused = Optional.empty();

    /// What somebody wrote as a service.
    private record Written(ServiceSpec spec, String hash, long release) {}

    private static final class Service {
        private final String id;
        private long version = 1;
        private Written written;
        private @Nullable Written previous;
        private final List<Task> tasks = new ArrayList<>();

        Service(String id, Written written) {
            this.id = id;
            this.written = written;
        }
    }

    private static final class Task {
        private final String id;
        private final int slot;
        private final ServiceSpec spec;
        private State state = State.STARTING;
        private boolean wanted = true;
        private OptionalInt exitCode = OptionalInt.empty();
        private Instant since;

        Task(String id, int slot, ServiceSpec spec, Instant since) {
            this.id = id;
            this.slot = slot;
            this.spec = spec;
            this.since = since;
        }

        boolean isAlive() {
            return state.compareTo(State.RUNNING) <= 0;
        }

        void end(State how, int code, Instant when) {
            state = how;
            exitCode = OptionalInt.of(code);
            wanted = false;
            since = when;
        }
    }

    public Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    public Sleeper sleeper() {
        return duration -> {
            now = now.plus(duration);
            services.values().forEach(this::tick);
        };
    }

    /// Changes that were ordered so far, such as `update web`.
    public List<String> orders() {
        return List.copyOf(orders);
    }

    /// The engine does not answer so many observations.
    void failObservations(int count) {
        outages = count;
    }

    /// The engine refuses to create or update this service.
    void refuse(String service) {
        refused = Optional.of(new ServiceName(service));
    }

    /// Somebody changes a service past Modmon.
    void changeByHand(String service) {
        Service changed = services.get(new ServiceName(service));
        TreeMap<String, String> labels = new TreeMap<>(changed.written.spec().labels());
        labels.put("by", "hand");
        write(
                changed,
                new Written(
                        withLabels(changed.written.spec(), labels),
                        changed.written.hash(),
                        changed.written.release()));
    }

    @Override
    public ObservedStack observe(StackName stack) {
        if (outages > 0) {
            outages--;
            throw new PlatformException(Kind.UNAVAILABLE, "The engine does not answer.");
        }
        services.values().forEach(this::tick);
        return new ObservedStack(
                stack,
                services.values().stream().map(FakeContainerPlatform::observed).toList(),
                networks,
                Set.of(),
                new ObservedFiles(names(FileKind.CONFIG), names(FileKind.SECRET)));
    }

    private static ObservedService observed(Service service) {
        return new ObservedService(
                service.id,
                service.version,
                service.written.spec(),
                service.written.hash(),
                OptionalLong.of(service.written.release()),
                0,
                service.previous == null
                        ? ObservedFiles.NONE
                        : ObservedFiles.granted(service.previous.spec().container().files()),
                service.tasks.reversed().stream().map(t -> observed(service, t)).toList());
    }

    private static ObservedTask observed(Service service, Task task) {
        boolean pending = task.state == State.PENDING;
        return new ObservedTask(
                task.id,
                task.slot,
                pending ? "" : "node",
                task.state,
                sameTask(task.spec, service.written.spec()),
                task.wanted,
                "",
                pending
                        ? "no suitable node (scheduling constraints not satisfied on 1 node)"
                        : task.state == State.FAILED ? "task: non-zero exit (3)" : "",
                task.exitCode,
                pending ? "" : "container-" + task.id,
                task.since);
    }

    @Override
    public void createNetwork(StackName stack, NetworkSpec network) {
        orders.add("create network " + network.name());
        networks.add(network.name());
    }

    private Set<String> names(FileKind kind) {
        return files.computeIfAbsent(kind, _ -> new TreeSet<>());
    }

    @Override
    public void createFile(StackName stack, FileKind kind, StoredFile file) {
        orders.add("create %s %s".formatted(kind.word(), file.name()));
        names(kind).add(file.storedName());
    }

    @Override
    public void removeFile(StackName stack, FileKind kind, String name) {
        orders.add("remove %s %s".formatted(kind.word(), name));
        boolean used =
                services.values().stream()
                        .anyMatch(s ->
                                ObservedFiles.granted(s.written.spec().container().files())
                                        .of(kind)
                                        .contains(name));
        if (used) {
            throw new PlatformException(
                    Kind.CONFLICT, "Cannot remove %s '%s'.".formatted(kind.word(), name));
        }
        names(kind).remove(name);
    }

    private void requireFiles(ServiceSpec service) {
        for (FileKind kind : FileKind.values()) {
            for (FileGrant grant : service.container().files().grants(kind)) {
                if (!names(kind).contains(grant.source())) {
                    throw new PlatformException(
                            Kind.NOT_FOUND,
                            "There is no %s '%s'.".formatted(kind.word(), grant.source()));
                }
            }
        }
    }

    @Override
    public void createService(Stack stack, StampedService service) {
        ServiceName name = service.spec().name();
        orders.add("create " + name);
        refuseIfTold(name);
        requireFiles(service.spec());
        if (services.containsKey(name)) {
            throw new PlatformException(Kind.CONFLICT, "Service '%s' exists.".formatted(name));
        }
        services.put(name, new Service("service-" + ++counter, written(service)));
    }

    @Override
    public void updateService(Stack stack, ObservedService before, StampedService after) {
        ServiceName name = after.spec().name();
        orders.add("update " + name);
        refuseIfTold(name);
        requireFiles(after.spec());
        Service service = services.get(name);
        if (service == null || !service.written.spec().equals(before.spec())) {
            throw new PlatformException(
                    Kind.CONFLICT, "Cannot update '%s': somebody else changed it.".formatted(name));
        }
        write(service, written(after));
    }

    private void refuseIfTold(ServiceName name) {
        if (refused.equals(Optional.of(name))) {
            throw new PlatformException(
                    Kind.REFUSED, "Cannot change '%s': refused.".formatted(name));
        }
    }

    private void write(Service service, Written written) {
        service.previous = service.written;
        service.written = written;
        service.version++;
    }

    @Override
    public void removeService(StackName stack, ServiceName service) {
        orders.add("remove " + service);
        services.remove(service);
    }

    @Override
    public String engineSpec(StackName stack, ServiceName service) {
        Service known = services.get(service);
        if (known == null) {
            throw new PlatformException(Kind.NOT_FOUND, "No service '%s'.".formatted(service));
        }
        String key = "spec-" + ++counter;
        specs.put(key, known.written);
        return key;
    }

    @Override
    public void restoreService(StackName stack, ServiceSnapshot snapshot) {
        Written written = specs.get(snapshot.engineSpec());
        Service service = services.get(snapshot.name());
        if (service == null) {
            orders.add("create " + snapshot.name());
            services.put(snapshot.name(), new Service("service-" + ++counter, written));
        } else if (!service.written.equals(written)) {
            orders.add("restore " + snapshot.name());
            write(service, written);
        }
    }

    @Override
    public void removeNetwork(StackName stack, String network) {
        orders.add("remove network " + network);
        networks.remove(network);
    }

    @Override
    public Resolution resolve(ImageReference image, Duration deadline) {
        return image.tag().equals(Optional.of("missing"))
                ? new Resolution.Missing(
                        "Image %s cannot be pulled: manifest unknown; and it is not on the node."
                                .formatted(image))
                : new Resolution.OnNode(image);
    }

    @Override
    public List<String> load(InputStream archive) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LogStream open(StackName stack, ServiceName service, int tail, boolean follow) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<LogLine> tail(StackName stack, ServiceName service, ObservedTask task, int lines) {
        return List.of(
                new LogLine(
                        service + "." + task.slot(),
                        "node",
                        "stdout",
                        now,
                        "last words of " + task.id()));
    }

    @Override
    public Optional<ContainerReport> inspect(ObservedTask task) {
        return services.values().stream()
                .flatMap(service -> service.tasks.stream())
                .filter(t -> t.id.equals(task.id()) && !task.containerId().isEmpty())
                .findFirst()
                .map(t ->
                        isTagged(t.spec, "broken")
                                ? new ContainerReport(false, !t.isAlive(), "404 Not Found")
                                : new ContainerReport(false, false, ""));
    }

    private void tick(Service service) {
        service.tasks.stream().filter(Task::isAlive).forEach(task -> live(service, task));
        rollBack(service);
        for (int slot = 1; slot <= slots(service); slot++) {
            fill(service, slot);
        }
        service.tasks.stream()
                .filter(t -> t.isAlive() && t.slot > slots(service))
                .forEach(t -> t.end(State.SHUTDOWN, 0, now));
    }

    private static int slots(Service service) {
        return switch (service.written.spec().deploy().mode()) {
            case ServiceMode.Replicated(int replicas) -> replicas;
            case ServiceMode.ReplicatedJob(int completions) -> completions;
            case ServiceMode.Global _, ServiceMode.GlobalJob _ -> 1;
        };
    }

    private void live(Service service, Task task) {
        Duration age = Duration.between(task.since, now);
        if (isTagged(task.spec, "nowhere")) {
            task.state = State.PENDING;
        } else if (isTagged(task.spec, "broken")) {
            if (age.compareTo(UNHEALTHY_AFTER) >= 0) {
                task.end(State.COMPLETE, 0, now);
            }
        } else if (age.compareTo(STARTS) >= 0) {
            start(service, task);
        }
    }

    private void start(Service service, Task task) {
        long failed = service.tasks.stream().filter(t -> t.state == State.FAILED).count();
        if (isTagged(task.spec, "crash")
                || (isTagged(task.spec, "flaky") && failed < FLAKY_FAILURES)) {
            task.end(State.FAILED, 3, now);
        } else if (isTagged(task.spec, "job")) {
            task.end(State.COMPLETE, 0, now);
        } else {
            task.state = State.RUNNING;
        }
    }

    private void rollBack(Service service) {
        Written previous = service.previous;
        boolean failed =
                service.tasks.stream()
                        .anyMatch(t ->
                                !t.isAlive()
                                        && t.state != State.SHUTDOWN
                                        && sameTask(t.spec, service.written.spec()));
        if (failed
                && previous != null
                && service.written.spec().deploy().update().failureAction()
                        == UpdatePolicy.FailureAction.ROLLBACK) {
            service.written = previous;
            service.previous = null;
            service.version++;
        }
    }

    private void fill(Service service, int slot) {
        ServiceSpec spec = service.written.spec();
        List<Task> current =
                service.tasks.stream()
                        .filter(t -> t.slot == slot && sameTask(t.spec, spec))
                        .toList();
        Optional<Task> alive = current.stream().filter(Task::isAlive).findFirst();
        if (alive.isEmpty() && mayStart(spec, current)) {
            service.tasks.add(new Task("task-" + ++counter, slot, spec, now));
        }
        if (alive.isPresent() && alive.get().state == State.RUNNING) {
            service.tasks.stream()
                    .filter(t -> t.slot == slot && t.isAlive() && t != alive.get())
                    .forEach(t -> t.end(State.SHUTDOWN, 0, now));
        }
    }

    private boolean mayStart(ServiceSpec spec, List<Task> current) {
        if (current.isEmpty()) {
            return true;
        }
        Task last = current.getLast();
        boolean restarted =
                last.state == State.SHUTDOWN
                        || switch (spec.deploy().restart().condition()) {
                            case ANY -> true;
                            case ON_FAILURE -> last.state == State.FAILED;
                            case NONE -> false;
                        };
        return restarted && !now.isBefore(last.since.plus(RESTART_DELAY));
    }

    private static boolean isTagged(ServiceSpec spec, String tag) {
        return spec.container().image().tag().equals(Optional.of(tag));
    }

    /// Whether tasks of the one spec serve the other: labels, dependencies and numbers are not theirs.
    private static boolean sameTask(ServiceSpec spec, ServiceSpec other) {
        return spec.container().equals(other.container())
                && spec.ports().equals(other.ports())
                && restart(spec).equals(restart(other))
                && spec.deploy().placement().equals(other.deploy().placement());
    }

    private static RestartPolicy restart(ServiceSpec spec) {
        return spec.deploy().restart();
    }

    /// As the engine keeps it: without what it does not know.
    private static Written written(StampedService service) {
        ServiceSpec spec = service.spec();
        ServiceSpec kept = withLabels(spec, new TreeMap<>(spec.labels()));
        return new Written(kept, service.hash(), service.release());
    }

    private static ServiceSpec withLabels(ServiceSpec spec, TreeMap<String, String> labels) {
        return new ServiceSpec(
                spec.name(),
                spec.container(),
                spec.deploy(),
                spec.networks(),
                spec.ports(),
                spec.endpointMode(),
                labels,
                new TreeMap<>());
    }
}
