package dev.modmon.core.compose;

import dev.modmon.core.project.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Services for tests: the smallest one, and what a test says on top.
public final class ServiceSpecBuilder {
    private final ServiceName name;
    private ImageReference image = new ImageReference("app:v1");
    private final TreeMap<String, EnvValue> environment = new TreeMap<>();
    private final List<MountSpec> mounts = new ArrayList<>();
    private final List<FileGrant> configs = new ArrayList<>();
    private final List<FileGrant> secrets = new ArrayList<>();
    private final List<PortSpec> ports = new ArrayList<>();
    private final List<NetworkAttachment> networks = new ArrayList<>();
    private final TreeMap<String, String> labels = new TreeMap<>();
    private final TreeMap<ServiceName, DependencyCondition> dependsOn = new TreeMap<>();
    private ServiceMode mode = new ServiceMode.Replicated(1);
    private UpdatePolicy update = UpdatePolicy.DEFAULT;
    private UnaryOperator<ContainerSpec> container = c -> c;

    private ServiceSpecBuilder(String name) {
        this.name = new ServiceName(name);
    }

    public static ServiceSpecBuilder service(String name) {
        return new ServiceSpecBuilder(name).network("default");
    }

    public ServiceSpecBuilder image(String reference) {
        image = new ImageReference(reference);
        return this;
    }

    public ServiceSpecBuilder env(String variable, String value) {
        environment.put(variable, EnvValue.plain(value));
        return this;
    }

    public ServiceSpecBuilder secretEnv(String variable, String value) {
        environment.put(variable, EnvValue.secret(value));
        return this;
    }

    public ServiceSpecBuilder volume(String source, String target) {
        mounts.add(MountSpec.of(MountSpec.Kind.VOLUME, source, target, false));
        return this;
    }

    public ServiceSpecBuilder config(StoredFile config, String target) {
        configs.add(new FileGrant(config.storedName(), target, "0", "0", FileGrant.READABLE));
        return this;
    }

    public ServiceSpecBuilder secret(StoredFile secret, String target) {
        secrets.add(new FileGrant(secret.storedName(), target, "0", "0", FileGrant.READABLE));
        return this;
    }

    public ServiceSpecBuilder mode(ServiceMode changed) {
        mode = changed;
        return this;
    }

    public ServiceSpecBuilder hostPort(int target, int published) {
        ports.add(new PortSpec(target, published, PortSpec.Protocol.TCP, PortSpec.Mode.HOST));
        return this;
    }

    public ServiceSpecBuilder port(int target, int published) {
        ports.add(new PortSpec(target, published, PortSpec.Protocol.TCP, PortSpec.Mode.INGRESS));
        return this;
    }

    public ServiceSpecBuilder network(String network, String... aliases) {
        networks.add(NetworkAttachment.of(network, aliases));
        return this;
    }

    public ServiceSpecBuilder label(String label, String value) {
        labels.put(label, value);
        return this;
    }

    public ServiceSpecBuilder dependsOn(String... services) {
        for (String service : services) {
            dependsOn.put(new ServiceName(service), DependencyCondition.STARTED);
        }
        return this;
    }

    public ServiceSpecBuilder replicas(int replicas) {
        mode = new ServiceMode.Replicated(replicas);
        return this;
    }

    public ServiceSpecBuilder global() {
        mode = new ServiceMode.Global();
        return this;
    }

    public ServiceSpecBuilder update(UpdatePolicy policy) {
        update = policy;
        return this;
    }

    public ServiceSpecBuilder startFirst() {
        return update(
                new UpdatePolicy(
                        1,
                        Duration.ZERO,
                        UpdatePolicy.FailureAction.ROLLBACK,
                        Duration.ofSeconds(5),
                        0,
                        UpdatePolicy.Order.START_FIRST));
    }

    public ServiceSpecBuilder container(UnaryOperator<ContainerSpec> change) {
        container = change;
        return this;
    }

    public ServiceSpec build() {
        return new ServiceSpec(
                name,
                container.apply(plainContainer()),
                new DeploySpec(
                        mode,
                        Resources.NONE,
                        RestartPolicy.DEFAULT,
                        update,
                        UpdatePolicy.DEFAULT,
                        Placement.ANYWHERE),
                networks,
                ports,
                EndpointMode.VIP,
                labels,
                dependsOn);
    }

    private ContainerSpec plainContainer() {
        return ContainerSpec.of(image)
                .withEnvironment(environment)
                .withFiles(new ContainerFiles(mounts, configs, secrets));
    }
}
