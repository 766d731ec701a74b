package dev.modmon.server.docker;

import dev.modmon.core.compose.ContainerFiles;
import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.DeploySpec;
import dev.modmon.core.compose.EndpointMode;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.compose.Isolation;
import dev.modmon.core.compose.MountOptions;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.NameResolution;
import dev.modmon.core.compose.NetworkAttachment;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.Placement;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ProcessSpec;
import dev.modmon.core.compose.Resources;
import dev.modmon.core.compose.RestartPolicy;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.UpdatePolicy;
import dev.modmon.core.compose.VolumeSpec;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.server.rollout.StampedService;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A service as the engine takes it: the same JSON that `docker stack deploy` sends for the same service
/// in a file. What is the engine's default is left out, as it is in a file that does not say it.
final class ServiceSpecWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Set<String> NODE_NETWORKS = Set.of("host", "bridge");

    private final Stack stack;
    private final StoredFileReferences storedFiles;
    private final String namespace;

    /// @param storedFiles knows the engine's ids of configs and secrets
    ServiceSpecWriter(Stack stack, StoredFileReferences storedFiles) {
        this.stack = stack;
        this.storedFiles = storedFiles;
        this.namespace = stack.name().value();
    }

    /// With the labels that say which release wrote it.
    ObjectNode write(StampedService service) {
        ObjectNode spec = write(service.spec());
        ObjectNode labels = (ObjectNode) spec.get("Labels");
        labels.put(ObservedService.HASH_LABEL, service.hash());
        labels.put(ObservedService.RELEASE_LABEL, Long.toString(service.release()));
        if (!service.secretEnvironment().isEmpty()) {
            labels.put(
                    ObservedService.SECRETS_LABEL, String.join(",", service.secretEnvironment()));
        }
        return spec;
    }

    ObjectNode write(ServiceSpec service) {
        ObjectNode spec = NODES.objectNode();
        spec.put("Name", stack.name().scoped(service.name()));
        spec.set("Labels", serviceLabels(service));
        spec.set("TaskTemplate", taskTemplate(service));
        spec.set("Mode", mode(service.deploy().mode()));
        putPolicy(spec, "UpdateConfig", service.deploy().update());
        putPolicy(spec, "RollbackConfig", service.deploy().rollback());
        spec.set("EndpointSpec", endpoint(service));
        return spec;
    }

    private ObjectNode serviceLabels(ServiceSpec service) {
        ObjectNode labels = ownedLabels(service.labels());
        labels.put(StackLabels.IMAGE, service.container().image().withoutDigest().value());
        return labels;
    }

    private ObjectNode taskTemplate(ServiceSpec service) {
        DeploySpec deploy = service.deploy();
        ObjectNode task = NODES.objectNode();
        task.set("ContainerSpec", container(service.container()));
        task.set("Resources", resources(deploy.resources()));
        if (!deploy.restart().equals(RestartPolicy.DEFAULT)) {
            task.set("RestartPolicy", restart(deploy.restart()));
        }
        task.set("Placement", placement(deploy.placement()));
        task.set("Networks", networks(service));
        var logging = service.container().logging();
        if (logging != null) {
            ObjectNode driver = task.putObject("LogDriver");
            driver.put("Name", logging.driver());
            putMap(driver, "Options", logging.options());
        }
        return task;
    }

    private ObjectNode container(ContainerSpec container) {
        ObjectNode node = NODES.objectNode();
        node.put("Image", container.image().value());
        node.set("Labels", ownedLabels(container.labels()));
        putList(node, "Command", container.entrypoint());
        putList(node, "Args", container.command());
        putList(
                node,
                "Env",
                container.environment().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue().text())
                        .toList());
        node.putObject("Privileges").putNull("CredentialSpec").putNull("SELinuxContext");
        putProcess(node, container.process());
        putFiles(node, container.files());
        if (container.healthcheck() != null) {
            node.set("Healthcheck", healthcheck(container.healthcheck()));
        }
        putNames(node, container.names());
        putIsolation(node, container.isolation());
        return node;
    }

    private static void putProcess(ObjectNode node, ProcessSpec process) {
        putText(node, "Dir", process.workingDir());
        putText(node, "User", process.user());
        if (process.init() != null) {
            node.put("Init", process.init());
        }
        putText(node, "StopSignal", process.stopSignal());
        putFlag(node, "TTY", process.tty());
        putFlag(node, "OpenStdin", process.stdinOpen());
        if (!process.stopGracePeriod().equals(ProcessSpec.DEFAULT_STOP_GRACE_PERIOD)) {
            node.put("StopGracePeriod", process.stopGracePeriod().toNanos());
        }
        ArrayNode ulimits = NODES.arrayNode();
        process.ulimits()
                .forEach((name, limit) ->
                        ulimits.addObject()
                                .put("Name", name)
                                .put("Hard", limit.hard())
                                .put("Soft", limit.soft()));
        putUnlessEmpty(node, "Ulimits", ulimits);
    }

    private void putFiles(ObjectNode node, ContainerFiles files) {
        ArrayNode mounts = NODES.arrayNode();
        files.mounts().forEach(mount -> mounts.add(mount(mount)));
        putUnlessEmpty(node, "Mounts", mounts);
        putUnlessEmpty(node, "Configs", storedFiles.references(FileKind.CONFIG, files.configs()));
        putUnlessEmpty(node, "Secrets", storedFiles.references(FileKind.SECRET, files.secrets()));
    }

    private static void putNames(ObjectNode node, NameResolution names) {
        putText(node, "Hostname", names.hostname());
        putList(node, "Hosts", names.extraHosts().stream().map(EngineForm::host).toList());
        ObjectNode dns = NODES.objectNode();
        putList(dns, "Nameservers", names.dns());
        putList(dns, "Search", names.dnsSearch());
        putUnlessEmpty(node, "DNSConfig", dns);
    }

    private static void putIsolation(ObjectNode node, Isolation isolation) {
        putFlag(node, "ReadOnly", isolation.readOnly());
        putMap(node, "Sysctls", isolation.sysctls());
        putList(node, "CapabilityAdd", EngineForm.capabilities(isolation.capAdd()));
        putList(
                node,
                "CapabilityDrop",
                EngineForm.droppedCapabilities(isolation.capDrop(), isolation.capAdd()));
    }

    private ObjectNode mount(MountSpec mount) {
        ObjectNode node = NODES.objectNode();
        node.put("Type", mount.kind().name().toLowerCase(Locale.ROOT));
        node.put("Target", mount.target());
        putFlag(node, "ReadOnly", mount.readOnly());
        MountOptions options = mount.options();
        switch (mount.kind()) {
            case BIND -> {
                node.put("Source", mount.source());
                if (!options.propagation().isEmpty()) {
                    node.putObject("BindOptions").put("Propagation", options.propagation());
                }
            }
            case TMPFS -> {
                if (options.tmpfsBytes() != 0) {
                    node.putObject("TmpfsOptions").put("SizeBytes", options.tmpfsBytes());
                }
            }
            case VOLUME -> putVolume(node, mount);
        }
        return node;
    }

    private void putVolume(ObjectNode mount, MountSpec spec) {
        ObjectNode options = NODES.objectNode();
        putFlag(options, "NoCopy", spec.options().noCopy());
        putText(options, "Subpath", spec.options().subpath());
        String name = spec.source();
        if (name.isEmpty()) {
            putUnlessEmpty(mount, "VolumeOptions", options);
            return;
        }
        VolumeSpec volume = stack.volume(name).orElseGet(() -> VolumeSpec.local(name));
        mount.put("Source", volume.naming().engineName(stack.name(), name));
        mount.set("VolumeOptions", options);
        if (volume.naming().isExternal()) {
            return;
        }
        options.set("Labels", ownedLabels(volume.labels()));
        if (!volume.driver().isEmpty() || !volume.driverOptions().isEmpty()) {
            options.set("DriverConfig", driver(volume));
        }
    }

    private static ObjectNode driver(VolumeSpec volume) {
        ObjectNode driver = NODES.objectNode();
        putText(driver, "Name", volume.driver());
        putMap(driver, "Options", volume.driverOptions());
        return driver;
    }

    private static ObjectNode healthcheck(Healthcheck check) {
        ObjectNode node = NODES.objectNode();
        putList(node, "Test", check.test());
        putNanos(node, "Interval", check.interval());
        putNanos(node, "Timeout", check.timeout());
        putNanos(node, "StartPeriod", check.startPeriod());
        putNanos(node, "StartInterval", check.startInterval());
        if (check.retries() != null && check.retries() != 0) {
            node.put("Retries", check.retries());
        }
        return node;
    }

    private static ObjectNode resources(Resources resources) {
        ObjectNode node = NODES.objectNode();
        ObjectNode limits = NODES.objectNode();
        putNumber(limits, "NanoCPUs", resources.limitNanoCpus());
        putNumber(limits, "MemoryBytes", resources.limitMemory());
        putNumber(limits, "Pids", resources.limitPids());
        ObjectNode reservations = NODES.objectNode();
        putNumber(reservations, "NanoCPUs", resources.reservedNanoCpus());
        putNumber(reservations, "MemoryBytes", resources.reservedMemory());
        ArrayNode kinds = NODES.arrayNode();
        resources
                .reservedKinds()
                .forEach((kind, count) ->
                        kinds.addObject()
                                .putObject("DiscreteResourceSpec")
                                .put("Kind", kind)
                                .put("Value", count));
        putUnlessEmpty(reservations, "GenericResources", kinds);
        putUnlessEmpty(node, "Limits", limits);
        putUnlessEmpty(node, "Reservations", reservations);
        return node;
    }

    private static ObjectNode restart(RestartPolicy restart) {
        ObjectNode node = NODES.objectNode();
        node.put("Condition", EngineForm.word(restart.condition()));
        node.put("Delay", restart.delay().toNanos());
        putNumber(node, "MaxAttempts", restart.maxAttempts());
        putNanos(node, "Window", restart.window());
        return node;
    }

    private static ObjectNode placement(Placement placement) {
        ObjectNode node = NODES.objectNode();
        putList(node, "Constraints", placement.constraints());
        if (!placement.spread().isEmpty()) {
            ArrayNode preferences = node.putArray("Preferences");
            placement
                    .spread()
                    .forEach(over ->
                            preferences
                                    .addObject()
                                    .putObject("Spread")
                                    .put("SpreadDescriptor", over));
        }
        putNumber(node, "MaxReplicas", placement.maxReplicasPerNode());
        return node;
    }

    private ArrayNode networks(ServiceSpec service) {
        ArrayNode networks = NODES.arrayNode();
        for (NetworkAttachment attachment : service.networks()) {
            ObjectNode node = networks.addObject();
            NetworkSpec network =
                    stack.network(attachment.network())
                            .orElseGet(() -> NetworkSpec.overlay(attachment.network()));
            String engineName = network.naming().engineName(stack.name(), network.name());
            node.put("Target", engineName);
            // What each node has of its own knows no names.
            if (!NODE_NETWORKS.contains(engineName)) {
                ArrayNode aliases = node.putArray("Aliases");
                attachment.aliases().forEach(aliases::add);
                aliases.add(service.name().value());
            }
            putMap(node, "DriverOpts", attachment.driverOptions());
        }
        return networks;
    }

    private static ObjectNode mode(ServiceMode mode) {
        ObjectNode node = NODES.objectNode();
        switch (mode) {
            case ServiceMode.Replicated(int replicas) ->
                    node.putObject("Replicated").put("Replicas", replicas);
            case ServiceMode.Global() -> node.putObject("Global");
            case ServiceMode.ReplicatedJob(int completions) ->
                    node.putObject("ReplicatedJob")
                            .put("MaxConcurrent", completions)
                            .put("TotalCompletions", completions);
            case ServiceMode.GlobalJob() -> node.putObject("GlobalJob");
        }
        return node;
    }

    private static void putPolicy(ObjectNode spec, String field, UpdatePolicy policy) {
        if (policy.equals(UpdatePolicy.DEFAULT)) {
            return;
        }
        ObjectNode node = spec.putObject(field);
        node.put("Parallelism", policy.parallelism());
        putNanos(node, "Delay", policy.delay());
        node.put("FailureAction", EngineForm.word(policy.failureAction()));
        putNanos(node, "Monitor", policy.monitor());
        node.put("MaxFailureRatio", policy.maxFailureRatio());
        node.put("Order", EngineForm.word(policy.order()));
    }

    private static ObjectNode endpoint(ServiceSpec service) {
        ObjectNode node = NODES.objectNode();
        node.put("Mode", service.endpointMode() == EndpointMode.DNSRR ? "dnsrr" : "vip");
        if (!service.ports().isEmpty()) {
            ArrayNode ports = node.putArray("Ports");
            service.ports().forEach(port -> ports.add(port(port)));
        }
        return node;
    }

    private static ObjectNode port(PortSpec port) {
        ObjectNode node = NODES.objectNode();
        node.put("Protocol", EngineForm.word(port.protocol()));
        node.put("TargetPort", port.target());
        putNumber(node, "PublishedPort", port.published());
        node.put("PublishMode", EngineForm.word(port.mode()));
        return node;
    }

    private ObjectNode ownedLabels(Map<String, String> labels) {
        ObjectNode node = NODES.objectNode();
        labels.forEach(node::put);
        node.put(StackLabels.NAMESPACE, namespace);
        return node;
    }

    private static void putText(ObjectNode node, String field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            node.put(field, text);
        }
    }

    private static void putFlag(ObjectNode node, String field, boolean set) {
        if (set) {
            node.put(field, true);
        }
    }

    private static void putNumber(ObjectNode node, String field, long number) {
        if (number != 0) {
            node.put(field, number);
        }
    }

    private static void putNanos(ObjectNode node, String field, @Nullable Duration duration) {
        if (duration != null && !duration.isZero()) {
            node.put(field, duration.toNanos());
        }
    }

    private static void putList(ObjectNode node, String field, Iterable<String> texts) {
        ArrayNode array = NODES.arrayNode();
        texts.forEach(array::add);
        putUnlessEmpty(node, field, array);
    }

    private static void putMap(ObjectNode node, String field, Map<String, String> map) {
        ObjectNode object = NODES.objectNode();
        map.forEach(object::put);
        putUnlessEmpty(node, field, object);
    }

    private static void putUnlessEmpty(ObjectNode node, String field, JsonNode child) {
        if (!child.isEmpty()) {
            node.set(field, child);
        }
    }
}
