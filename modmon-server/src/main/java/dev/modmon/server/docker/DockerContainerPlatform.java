package dev.modmon.server.docker;

import dev.modmon.core.compose.AddressPool;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.Naming;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.rollout.ObservedService;
import dev.modmon.core.rollout.ObservedStack;
import dev.modmon.core.rollout.ObservedTask;
import dev.modmon.server.rollout.ContainerPlatform;
import dev.modmon.server.rollout.PlatformException;
import dev.modmon.server.rollout.PlatformException.Kind;
import dev.modmon.server.rollout.ServiceSnapshot;
import dev.modmon.server.rollout.StampedService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Stacks on a Docker Swarm.
final class DockerContainerPlatform implements ContainerPlatform {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// The engine changes a service's version by itself too, when an update makes progress.
    private static final int ATTEMPTS = 20;

    private final EngineApi api;
    private final ImageCatalog catalog;
    private final StoredFiles files;

    /// Names of the networks that every node has, by the id that they have for services.
    private final Map<String, String> ownNetworks = new ConcurrentHashMap<>();

    DockerContainerPlatform(EngineApi api, ImageCatalog catalog) {
        this.api = api;
        this.catalog = catalog;
        this.files = new StoredFiles(api);
    }

    @Override
    public ObservedStack observe(StackName stack) {
        String operation = "observe stack %s".formatted(stack);
        Map<String, String> ofStack = StackLabels.filter(stack);
        JsonNode services = api.get(operation, EnginePath.of("services").filtered(ofStack));
        JsonNode tasks = api.get(operation, EnginePath.of("tasks").filtered(ofStack));
        Set<String> upToDate = upToDateTasks(operation, stack);
        JsonNode volumes = api.get(operation, EnginePath.of("volumes").filtered(ofStack));
        JsonNode networks = api.get(operation, EnginePath.of("networks"));

        var reader = new ServiceSpecReader(stack, networkNames(operation, networks, services));
        var tasksByService = tasksByService(tasks, new TaskReader(nodeNames(operation), upToDate));
        List<ObservedService> observed = new ArrayList<>();
        for (JsonNode service : services) {
            if (reader.belongs(service.path("Spec"))) {
                String id = service.path("ID").asString("");
                observed.add(service(service, reader, tasksByService.getOrDefault(id, List.of())));
            }
        }
        observed.sort(Comparator.comparing(service -> service.spec().name()));
        return new ObservedStack(
                stack,
                observed,
                namesWithin(stack, networks),
                namesWithin(stack, volumes.path("Volumes")),
                files.of(stack));
    }

    /// A filter that Docker's own CLI uses to follow an update. A task may be up to date though its service
    /// was changed since, when the change does not concern tasks; no field of the API tells.
    private Set<String> upToDateTasks(String operation, StackName stack) {
        Map<String, String> filter = new HashMap<>(StackLabels.filter(stack));
        filter.put("_up-to-date", "true");
        Set<String> ids = new HashSet<>();
        api.get(operation, EnginePath.of("tasks").filtered(filter))
                .forEach(task -> ids.add(task.path("ID").asString("")));
        return ids;
    }

    private Map<String, String> nodeNames(String operation) {
        Map<String, String> names = new HashMap<>();
        for (JsonNode node : api.get(operation, EnginePath.of("nodes"))) {
            names.put(
                    node.path("ID").asString(""),
                    node.path("Description").path("Hostname").asString(""));
        }
        return names;
    }

    private static Map<String, List<ObservedTask>> tasksByService(
            JsonNode tasks, TaskReader reader) {
        Map<String, List<ObservedTask>> byService = new HashMap<>();
        tasks.values().stream()
                // On its way out: its slot is gone, so how it ends says nothing about the service.
                .filter(task -> !task.path("DesiredState").asString("").equals("remove"))
                .sorted(
                        Comparator.comparing((JsonNode t) -> t.path("CreatedAt").asString(""))
                                .reversed())
                .forEach(task ->
                        byService
                                .computeIfAbsent(
                                        task.path("ServiceID").asString(""), _ -> new ArrayList<>())
                                .add(reader.read(task)));
        return byService;
    }

    private static ObservedService service(
            JsonNode service, ServiceSpecReader reader, List<ObservedTask> tasks) {
        JsonNode spec = service.path("Spec");
        JsonNode labels = spec.path("Labels");
        long release = labels.path(ObservedService.RELEASE_LABEL).asLong(-1);
        return new ObservedService(
                service.path("ID").asString(""),
                service.path("Version").path("Index").asLong(0),
                reader.read(spec),
                labels.path(ObservedService.HASH_LABEL).asString(""),
                release < 0 ? OptionalLong.empty() : OptionalLong.of(release),
                spec.path("TaskTemplate").path("ForceUpdate").asLong(0),
                reader.files(service.path("PreviousSpec")),
                tasks);
    }

    /// The engine's names of networks by id. What each node has of its own has another id for services, which no
    /// list shows.
    private Map<String, String> networkNames(
            String operation, JsonNode networks, JsonNode services) {
        Map<String, String> names = new HashMap<>(ownNetworks);
        networks.forEach(n -> names.put(n.path("Id").asString(""), n.path("Name").asString("")));
        for (JsonNode service : services) {
            for (JsonNode joined : service.path("Spec").path("TaskTemplate").path("Networks")) {
                String id = joined.path("Target").asString("");
                if (!id.isEmpty() && !names.containsKey(id)) {
                    networkName(operation, id).ifPresent(name -> ownNetworks.put(id, name));
                }
            }
        }
        names.putAll(ownNetworks);
        return names;
    }

    private Optional<String> networkName(String operation, String id) {
        try {
            return Optional.of(
                    api.get(operation, EnginePath.of("networks", id)).path("Name").asString(""));
        } catch (PlatformException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static Set<String> namesWithin(StackName stack, JsonNode things) {
        Set<String> names = new HashSet<>();
        for (JsonNode thing : things) {
            String name = thing.path("Name").asString("");
            String namespace = thing.path("Labels").path(StackLabels.NAMESPACE).asString("");
            if (namespace.equals(stack.value())) {
                names.add(Naming.within(stack, name));
            }
        }
        return names;
    }

    @Override
    public void createNetwork(StackName stack, NetworkSpec network) {
        ObjectNode body = NODES.objectNode();
        body.put("Name", network.naming().engineName(stack, network.name()));
        body.put("CheckDuplicate", true);
        body.put("Driver", network.driver());
        body.put("Internal", network.internal());
        body.put("Attachable", network.attachable());
        ObjectNode labels = body.putObject("Labels");
        network.labels().forEach(labels::put);
        labels.put(StackLabels.NAMESPACE, stack.value());
        ObjectNode options = body.putObject("Options");
        network.driverOptions().forEach(options::put);
        if (!network.addresses().equals(AddressPool.CHOSEN_BY_ENGINE)) {
            body.set("IPAM", addresses(network.addresses()));
        }
        try {
            api.post(
                    "create network '%s' of stack %s".formatted(network.name(), stack),
                    EnginePath.of("networks", "create"),
                    body);
        } catch (PlatformException refusal) {
            if (refusal.kind() != Kind.CONFLICT) {
                throw refusal;
            }
        }
    }

    private static ObjectNode addresses(AddressPool pool) {
        ObjectNode addresses = NODES.objectNode().put("Driver", pool.driver());
        ArrayNode config = addresses.putArray("Config");
        pool.subnets().forEach(subnet -> config.addObject().put("Subnet", subnet));
        return addresses;
    }

    @Override
    public void createFile(StackName stack, FileKind kind, StoredFile file) {
        files.create(stack, kind, file);
    }

    @Override
    public void removeFile(StackName stack, FileKind kind, String name) {
        ifPresent(() -> files.remove(stack, kind, name));
    }

    @Override
    public void createService(Stack stack, StampedService service) {
        ObjectNode spec = writer(stack, service.spec()).write(service);
        putPlatforms(spec, service.spec().container().image());
        create(stack.name(), service.spec().name(), spec);
    }

    private ServiceSpecWriter writer(Stack stack, ServiceSpec... services) {
        return new ServiceSpecWriter(
                stack, StoredFileReferences.lookUp(stack, List.of(services), files));
    }

    private void create(StackName stack, ServiceName service, JsonNode spec) {
        api.post(
                "create service '%s' of stack %s".formatted(service, stack),
                EnginePath.of("services", "create"),
                spec);
    }

    @Override
    public void updateService(Stack stack, ObservedService before, StampedService after) {
        StackName name = stack.name();
        ServiceName service = before.spec().name();
        String operation = "update service '%s' of stack %s".formatted(service, name);
        JsonNode networks = api.get(operation, EnginePath.of("networks"));
        for (int attempt = 1; ; attempt++) {
            JsonNode present =
                    inspect(name, service)
                            .orElseThrow(() -> changedMeanwhile(operation, "was removed"));
            var reader =
                    new ServiceSpecReader(
                            name,
                            networkNames(operation, networks, NODES.arrayNode().add(present)));
            ObservedService now = service(present, reader, List.of());
            if (!now.spec().equals(before.spec())
                    || !now.hash().equals(before.hash())
                    || now.forceUpdate() != before.forceUpdate()) {
                throw changedMeanwhile(operation, "was changed");
            }
            if (update(operation, present, changed(stack, present, now, after), attempt)) {
                return;
            }
        }
    }

    private static PlatformException changedMeanwhile(String operation, String what) {
        return new PlatformException(
                Kind.CONFLICT,
                "Cannot %s: the service %s by somebody else during this rollout. See who else changes it, then try again."
                        .formatted(operation, what));
    }

    private ObjectNode changed(
            Stack stack, JsonNode present, ObservedService now, StampedService after) {
        var writer = writer(stack, now.spec(), after.spec());
        var update =
                new ServiceSpecUpdate(
                        (ObjectNode) present.path("Spec"),
                        writer.write(now.spec()),
                        writer.write(after));
        ObjectNode spec = update.spec();
        if (update.changesImage()) {
            putPlatforms(spec, after.spec().container().image());
        }
        return spec;
    }

    /// Which processors an image is for, so that no node of another kind is chosen.
    private void putPlatforms(ObjectNode spec, ImageReference image) {
        JsonNode platforms = catalog.platforms(image);
        if (spec.path("TaskTemplate").path("Placement") instanceof ObjectNode placement) {
            if (platforms.isEmpty()) {
                placement.remove("Platforms");
            } else {
                placement.set("Platforms", platforms);
            }
        }
    }

    /// @return whether it was taken; otherwise the engine itself touched the service since
    private boolean update(String operation, JsonNode present, JsonNode spec, int attempt) {
        EnginePath path =
                EnginePath.of("services", present.path("ID").asString(""), "update")
                        .with("version", present.path("Version").path("Index").asLong(0))
                        .with("registryAuthFrom", "spec");
        try {
            api.post(operation, path, spec);
            return true;
        } catch (PlatformException refusal) {
            if (refusal.kind() != Kind.CONFLICT || attempt == ATTEMPTS) {
                throw refusal;
            }
            return false;
        }
    }

    @Override
    public void removeService(StackName stack, ServiceName service) {
        String operation = "remove service '%s' of stack %s".formatted(service, stack);
        ifPresent(() -> api.delete(operation, EnginePath.of("services", stack.scoped(service))));
    }

    @Override
    public String engineSpec(StackName stack, ServiceName service) {
        JsonNode present =
                inspect(stack, service)
                        .orElseThrow(() ->
                                new PlatformException(
                                        Kind.NOT_FOUND,
                                        "Service '%s' of stack %s was removed meanwhile."
                                                .formatted(service, stack)));
        return JSON.writeValueAsString(present.path("Spec"));
    }

    @Override
    public void restoreService(StackName stack, ServiceSnapshot snapshot) {
        String operation = "restore service '%s' of stack %s".formatted(snapshot.name(), stack);
        JsonNode spec = JSON.readTree(snapshot.engineSpec());
        for (int attempt = 1; ; attempt++) {
            Optional<JsonNode> present = inspect(stack, snapshot.name());
            if (present.isEmpty()) {
                create(stack, snapshot.name(), spec);
                return;
            }
            JsonNode now = present.get();
            if (now.path("Spec").equals(spec) && !isPaused(now)) {
                return;
            }
            if (!sameMode(now.path("Spec"), spec)) {
                removeService(stack, snapshot.name());
            } else if (update(operation, now, spec, attempt)) {
                return;
            }
        }
    }

    /// The engine gave up on an update or on its own way back, and does nothing more for the service
    /// until it is updated again.
    private static boolean isPaused(JsonNode service) {
        return service.path("UpdateStatus").path("State").asString("").endsWith("paused");
    }

    /// The engine changes neither a replicated service into a global one nor back.
    private static boolean sameMode(JsonNode spec, JsonNode other) {
        return List.copyOf(spec.path("Mode").propertyNames())
                .equals(List.copyOf(other.path("Mode").propertyNames()));
    }

    @Override
    public void removeNetwork(StackName stack, String network) {
        String operation = "remove network '%s' of stack %s".formatted(network, stack);
        JsonNode ofStack =
                api.get(operation, EnginePath.of("networks").filtered(StackLabels.filter(stack)));
        for (JsonNode found : ofStack) {
            if (Naming.within(stack, found.path("Name").asString("")).equals(network)) {
                String id = found.path("Id").asString("");
                ifPresent(() -> api.delete(operation, EnginePath.of("networks", id)));
            }
        }
    }

    private Optional<JsonNode> inspect(StackName stack, ServiceName service) {
        try {
            return Optional.of(
                    api.get(
                            "read service '%s' of stack %s".formatted(service, stack),
                            EnginePath.of("services", stack.scoped(service))));
        } catch (PlatformException refusal) {
            if (refusal.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static void ifPresent(Runnable removal) {
        try {
            removal.run();
        } catch (PlatformException refusal) {
            if (refusal.kind() != Kind.NOT_FOUND) {
                throw refusal;
            }
        }
    }
}
