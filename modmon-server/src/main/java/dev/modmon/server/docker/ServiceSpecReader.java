package dev.modmon.server.docker;

import dev.modmon.core.compose.ContainerFiles;
import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.DeploySpec;
import dev.modmon.core.compose.EndpointMode;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.Isolation;
import dev.modmon.core.compose.LoggingSpec;
import dev.modmon.core.compose.MountOptions;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.NameResolution;
import dev.modmon.core.compose.Naming;
import dev.modmon.core.compose.NetworkAttachment;
import dev.modmon.core.compose.Placement;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ProcessSpec;
import dev.modmon.core.compose.Resources;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.Ulimit;
import dev.modmon.core.compose.UpdatePolicy;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedFiles;
import dev.modmon.core.rollout.ObservedService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A service in our words, from what the engine has. What is absent there means the engine's default, which is
/// spelled out here.
final class ServiceSpecReader {
    private final StackName stack;
    private final Map<String, String> networkNames;

    /// @param networkNames the engine's names of all networks, by their id
    ServiceSpecReader(StackName stack, Map<String, String> networkNames) {
        this.stack = stack;
        this.networkNames = Map.copyOf(networkNames);
    }

    boolean belongs(JsonNode spec) {
        String prefix = stack.scoped("");
        String name = spec.path("Name").asString("");
        return name.startsWith(prefix) && ServiceName.isValid(name.substring(prefix.length()));
    }

    ServiceSpec read(JsonNode spec) {
        ServiceName name =
                new ServiceName(
                        spec.path("Name").asString("").substring(stack.scoped("").length()));
        JsonNode task = spec.path("TaskTemplate");
        JsonNode endpoint = spec.path("EndpointSpec");
        return new ServiceSpec(
                name,
                container(task, secretNames(spec)),
                deploy(spec, task),
                networks(task, name),
                elements(endpoint.path("Ports")).stream().map(ServiceSpecReader::port).toList(),
                endpoint.path("Mode").asString("vip").equals("dnsrr")
                        ? EndpointMode.DNSRR
                        : EndpointMode.VIP,
                labels(spec.path("Labels")),
                new TreeMap<>());
    }

    /// What containers of a spec get; nothing of a spec that is not there.
    ObservedFiles files(JsonNode spec) {
        JsonNode container = spec.path("TaskTemplate").path("ContainerSpec");
        return ObservedFiles.granted(
                new ContainerFiles(
                        List.of(),
                        grants(container.path("Configs"), "ConfigName"),
                        grants(container.path("Secrets"), "SecretName")));
    }

    private static Set<String> secretNames(JsonNode spec) {
        String names = spec.path("Labels").path(ObservedService.SECRETS_LABEL).asString("");
        return Set.copyOf(Arrays.asList(names.split(",")));
    }

    private ContainerSpec container(JsonNode task, Set<String> secretNames) {
        JsonNode node = task.path("ContainerSpec");
        return new ContainerSpec(
                new ImageReference(node.path("Image").asString("")),
                texts(node.path("Command")),
                texts(node.path("Args")),
                environment(node.path("Env"), secretNames),
                new ContainerFiles(
                        elements(node.path("Mounts")).stream().map(this::mount).toList(),
                        grants(node.path("Configs"), "ConfigName"),
                        grants(node.path("Secrets"), "SecretName")),
                process(node),
                isolation(node),
                names(node),
                healthcheck(node.path("Healthcheck")),
                logging(task.path("LogDriver")),
                labels(node.path("Labels")));
    }

    private static ProcessSpec process(JsonNode node) {
        SortedMap<String, Ulimit> ulimits = new TreeMap<>();
        for (JsonNode limit : node.path("Ulimits")) {
            ulimits.put(
                    limit.path("Name").asString(""),
                    new Ulimit(limit.path("Soft").asLong(0), limit.path("Hard").asLong(0)));
        }
        return new ProcessSpec(
                text(node.path("User")),
                text(node.path("Dir")),
                text(node.path("StopSignal")),
                nanos(node.path("StopGracePeriod"), ProcessSpec.DEFAULT_STOP_GRACE_PERIOD),
                node.path("Init").isBoolean() ? node.path("Init").asBoolean(false) : null,
                node.path("TTY").asBoolean(false),
                node.path("OpenStdin").asBoolean(false),
                ulimits);
    }

    private static Isolation isolation(JsonNode node) {
        return new Isolation(
                node.path("ReadOnly").asBoolean(false),
                texts(node.path("CapabilityAdd")),
                texts(node.path("CapabilityDrop")),
                map(node.path("Sysctls")));
    }

    private static NameResolution names(JsonNode node) {
        return new NameResolution(
                text(node.path("Hostname")),
                texts(node.path("Hosts")).stream().map(EngineForm::composeHost).toList(),
                texts(node.path("DNSConfig").path("Nameservers")),
                texts(node.path("DNSConfig").path("Search")));
    }

    private List<FileGrant> grants(JsonNode references, String nameField) {
        return elements(references).stream()
                // A reference without a file is the engine's own, for credential specs.
                .filter(reference -> reference.has("File"))
                .map(reference -> grant(reference.path("File"), reference.path(nameField)))
                .toList();
    }

    private FileGrant grant(JsonNode file, JsonNode name) {
        return new FileGrant(
                Naming.within(stack, name.asString("")),
                file.path("Name").asString(""),
                file.path("UID").asString(FileGrant.ROOT),
                file.path("GID").asString(FileGrant.ROOT),
                file.path("Mode").asInt(0));
    }

    private static SortedMap<String, EnvValue> environment(JsonNode node, Set<String> secret) {
        SortedMap<String, EnvValue> environment = new TreeMap<>();
        for (String entry : texts(node)) {
            int equals = entry.indexOf('=');
            String name = equals < 0 ? entry : entry.substring(0, equals);
            String value = equals < 0 ? "" : entry.substring(equals + 1);
            environment.put(name, new EnvValue(value, secret.contains(name)));
        }
        return environment;
    }

    private MountSpec mount(JsonNode node) {
        MountSpec.Kind kind =
                EngineForm.constant(
                        MountSpec.Kind.class,
                        node.path("Type").asString(""),
                        MountSpec.Kind.VOLUME);
        String source = node.path("Source").asString("");
        boolean own =
                kind == MountSpec.Kind.VOLUME
                        && node.path("VolumeOptions").path("Labels").has(StackLabels.NAMESPACE);
        return new MountSpec(
                kind,
                own ? Naming.within(stack, source) : source,
                node.path("Target").asString(""),
                node.path("ReadOnly").asBoolean(false),
                options(node));
    }

    private static MountOptions options(JsonNode mount) {
        JsonNode volume = mount.path("VolumeOptions");
        return new MountOptions(
                mount.path("BindOptions").path("Propagation").asString(""),
                volume.path("NoCopy").asBoolean(false),
                volume.path("Subpath").asString(""),
                mount.path("TmpfsOptions").path("SizeBytes").asLong(0));
    }

    private static @Nullable Healthcheck healthcheck(JsonNode node) {
        if (node.isEmpty()) {
            return null;
        }
        int retries = node.path("Retries").asInt(0);
        return new Healthcheck(
                texts(node.path("Test")),
                nanos(node.path("Interval")),
                nanos(node.path("Timeout")),
                nanos(node.path("StartPeriod")),
                nanos(node.path("StartInterval")),
                retries == 0 ? null : retries);
    }

    private static @Nullable LoggingSpec logging(JsonNode node) {
        String driver = node.path("Name").asString("");
        return driver.isEmpty() ? null : new LoggingSpec(driver, map(node.path("Options")));
    }

    private static DeploySpec deploy(JsonNode spec, JsonNode task) {
        return new DeploySpec(
                mode(spec.path("Mode")),
                resources(task.path("Resources")),
                restart(task.path("RestartPolicy")),
                policy(spec.path("UpdateConfig")),
                policy(spec.path("RollbackConfig")),
                placement(task.path("Placement")));
    }

    private static ServiceMode mode(JsonNode node) {
        if (node.has("Global")) {
            return new ServiceMode.Global();
        }
        if (node.has("GlobalJob")) {
            return new ServiceMode.GlobalJob();
        }
        JsonNode job = node.path("ReplicatedJob");
        return job.isObject()
                ? new ServiceMode.ReplicatedJob(job.path("TotalCompletions").asInt(1))
                : new ServiceMode.Replicated(node.path("Replicated").path("Replicas").asInt(1));
    }

    private static Resources resources(JsonNode node) {
        JsonNode limits = node.path("Limits");
        JsonNode reservations = node.path("Reservations");
        SortedMap<String, Long> kinds = new TreeMap<>();
        for (JsonNode resource : reservations.path("GenericResources")) {
            JsonNode discrete = resource.path("DiscreteResourceSpec");
            kinds.put(discrete.path("Kind").asString(""), discrete.path("Value").asLong(0));
        }
        return new Resources(
                limits.path("NanoCPUs").asLong(0),
                limits.path("MemoryBytes").asLong(0),
                limits.path("Pids").asLong(0),
                reservations.path("NanoCPUs").asLong(0),
                reservations.path("MemoryBytes").asLong(0),
                kinds);
    }

    private static RestartPolicy restart(JsonNode node) {
        RestartPolicy absent = RestartPolicy.DEFAULT;
        return new RestartPolicy(
                EngineForm.constant(
                        RestartPolicy.Condition.class,
                        node.path("Condition").asString(""),
                        absent.condition()),
                nanos(node.path("Delay"), absent.delay()),
                node.path("MaxAttempts").asInt(absent.maxAttempts()),
                nanos(node.path("Window"), absent.window()));
    }

    private static UpdatePolicy policy(JsonNode node) {
        UpdatePolicy absent = UpdatePolicy.DEFAULT;
        Duration monitor = nanos(node.path("Monitor"));
        return new UpdatePolicy(
                node.path("Parallelism").asInt(absent.parallelism()),
                nanos(node.path("Delay"), absent.delay()),
                EngineForm.constant(
                        UpdatePolicy.FailureAction.class,
                        node.path("FailureAction").asString(""),
                        absent.failureAction()),
                monitor == null ? absent.monitor() : monitor,
                // The engine keeps the ratio with single precision.
                Double.parseDouble(
                        Float.toString((float) node.path("MaxFailureRatio").asDouble(0))),
                EngineForm.constant(
                        UpdatePolicy.Order.class, node.path("Order").asString(""), absent.order()));
    }

    private static Placement placement(JsonNode node) {
        return new Placement(
                texts(node.path("Constraints")),
                elements(node.path("Preferences")).stream()
                        .map(p -> p.path("Spread").path("SpreadDescriptor").asString(""))
                        .toList(),
                node.path("MaxReplicas").asInt(0));
    }

    private List<NetworkAttachment> networks(JsonNode task, ServiceName service) {
        return elements(task.path("Networks")).stream().map(n -> network(n, service)).toList();
    }

    private NetworkAttachment network(JsonNode node, ServiceName service) {
        String target = node.path("Target").asString("");
        List<String> aliases = new ArrayList<>(texts(node.path("Aliases")));
        aliases.remove(service.value());
        return new NetworkAttachment(
                Naming.within(stack, networkNames.getOrDefault(target, target)),
                aliases,
                map(node.path("DriverOpts")));
    }

    private static PortSpec port(JsonNode node) {
        return new PortSpec(
                node.path("TargetPort").asInt(0),
                node.path("PublishedPort").asInt(0),
                EngineForm.constant(
                        PortSpec.Protocol.class,
                        node.path("Protocol").asString(""),
                        PortSpec.Protocol.TCP),
                EngineForm.constant(
                        PortSpec.Mode.class,
                        node.path("PublishMode").asString(""),
                        PortSpec.Mode.INGRESS));
    }

    /// Without those of the stack and of Modmon itself.
    private static SortedMap<String, String> labels(JsonNode node) {
        SortedMap<String, String> labels = map(node);
        labels.remove(StackLabels.NAMESPACE);
        labels.remove(StackLabels.IMAGE);
        labels.remove(ObservedService.HASH_LABEL);
        labels.remove(ObservedService.RELEASE_LABEL);
        labels.remove(ObservedService.SECRETS_LABEL);
        return labels;
    }

    private static SortedMap<String, String> map(JsonNode node) {
        SortedMap<String, String> map = new TreeMap<>();
        node.properties().forEach(e -> map.put(e.getKey(), e.getValue().asString("")));
        return map;
    }

    private static List<JsonNode> elements(JsonNode node) {
        return node.values().stream().toList();
    }

    private static List<String> texts(JsonNode node) {
        return node.values().stream().map(n -> n.asString("")).toList();
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.asString("");
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Duration nanos(JsonNode node) {
        long nanos = node.asLong(0);
        return nanos == 0 ? null : Duration.ofNanos(nanos);
    }

    private static Duration nanos(JsonNode node, Duration absent) {
        return node.isNumber() ? Duration.ofNanos(node.asLong(0)) : absent;
    }
}
