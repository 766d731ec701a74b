package dev.modmon.server.rollout;

import dev.modmon.core.compose.ContainerFiles;
import dev.modmon.core.compose.ContainerSpec;
import dev.modmon.core.compose.DependencyCondition;
import dev.modmon.core.compose.DeploySpec;
import dev.modmon.core.compose.EndpointMode;
import dev.modmon.core.compose.EnvValue;
import dev.modmon.core.compose.FileGrant;
import dev.modmon.core.compose.Healthcheck;
import dev.modmon.core.compose.ImageReference;
import dev.modmon.core.compose.Isolation;
import dev.modmon.core.compose.NameResolution;
import dev.modmon.core.compose.Naming;
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
import dev.modmon.core.compose.StackHash;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.compose.UpdatePolicy;
import dev.modmon.core.project.EnvironmentName;
import dev.modmon.core.project.ProjectName;
import dev.modmon.core.project.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Stacks for tests: services of the test images, reached without a virtual address.
public final class Fixtures {
    public static final StackHash HASH = new StackHash(new byte[32]);

    private Fixtures() {}

    /// A name that no other test uses.
    public static StackName uniqueName() {
        String random = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        return new StackName(new ProjectName("t" + random), new EnvironmentName("test"));
    }

    public static Stack stack(StackName name, ServiceSpec... services) {
        return Stack.of(
                name, List.of(services), List.of(NetworkSpec.overlay("default")), List.of());
    }

    /// With a config that services may get.
    public static Stack stack(StackName name, StoredFile config, ServiceSpec... services) {
        Stack plain = stack(name, services);
        return new Stack(
                name,
                plain.services(),
                plain.networks(),
                plain.volumes(),
                List.of(config),
                List.of());
    }

    public static StoredFile config(String name, String content) {
        return StoredFile.own(
                name, Naming.SCOPED, EnvValue.plain(content), "", new TreeMap<>(), "");
    }

    public static Builder service(String name, String image) {
        return new Builder(name, image);
    }

    /// Says only what a test is about.
    public static final class Builder {
        private final ServiceName name;
        private final ImageReference image;
        private List<String> command = List.of();
        private final TreeMap<String, EnvValue> environment = new TreeMap<>();
        private @Nullable Healthcheck healthcheck;
        private boolean terminal;
        private ServiceMode mode = new ServiceMode.Replicated(1);
        private Resources resources = Resources.NONE;
        private RestartPolicy restart = RestartPolicy.DEFAULT;
        private UpdatePolicy.FailureAction onFailure = UpdatePolicy.FailureAction.PAUSE;
        private Placement placement = Placement.ANYWHERE;
        private final List<FileGrant> configs = new ArrayList<>();
        private final List<PortSpec> ports = new ArrayList<>();
        private final TreeMap<String, String> labels = new TreeMap<>();
        private final TreeMap<ServiceName, DependencyCondition> dependsOn = new TreeMap<>();

        private Builder(String name, String image) {
            this.name = new ServiceName(name);
            this.image = new ImageReference(image);
        }

        public Builder command(String... words) {
            command = List.of(words);
            return this;
        }

        public Builder env(String key, String value) {
            environment.put(key, EnvValue.plain(value));
            return this;
        }

        public Builder secret(String key, String value) {
            environment.put(key, EnvValue.secret(value));
            return this;
        }

        public Builder healthcheck(String test) {
            healthcheck = new Healthcheck(List.of("CMD-SHELL", test), null, null, null, null, 3);
            return this;
        }

        public Builder terminal() {
            terminal = true;
            return this;
        }

        public Builder replicas(int replicas) {
            mode = new ServiceMode.Replicated(replicas);
            return this;
        }

        public Builder global() {
            mode = new ServiceMode.Global();
            return this;
        }

        public Builder resources(Resources changed) {
            resources = changed;
            return this;
        }

        public Builder restart(RestartPolicy.Condition condition) {
            restart = new RestartPolicy(condition, Duration.ofSeconds(1), 0, Duration.ZERO);
            return this;
        }

        public Builder rolledBackByEngine() {
            onFailure = UpdatePolicy.FailureAction.ROLLBACK;
            return this;
        }

        public Builder constraint(String constraint) {
            placement = new Placement(List.of(constraint), List.of(), 0);
            return this;
        }

        public Builder config(StoredFile config, String target) {
            configs.add(
                    new FileGrant(
                            config.storedName(),
                            target,
                            FileGrant.ROOT,
                            FileGrant.ROOT,
                            FileGrant.READABLE));
            return this;
        }

        public Builder mode(ServiceMode changed) {
            mode = changed;
            return this;
        }

        public Builder hostPort(int target, int published) {
            ports.add(new PortSpec(target, published, PortSpec.Protocol.TCP, PortSpec.Mode.HOST));
            return this;
        }

        public Builder label(String key, String value) {
            labels.put(key, value);
            return this;
        }

        public Builder dependsOn(String service, DependencyCondition condition) {
            dependsOn.put(new ServiceName(service), condition);
            return this;
        }

        public ServiceSpec build() {
            return new ServiceSpec(
                    name,
                    container(),
                    deploy(),
                    List.of(NetworkAttachment.of("default")),
                    ports,
                    EndpointMode.DNSRR,
                    labels,
                    dependsOn);
        }

        private ContainerSpec container() {
            ProcessSpec usual = ProcessSpec.DEFAULT;
            return new ContainerSpec(
                    image,
                    List.of(),
                    command,
                    environment,
                    new ContainerFiles(List.of(), configs, List.of()),
                    new ProcessSpec(
                            usual.user(),
                            usual.workingDir(),
                            usual.stopSignal(),
                            usual.stopGracePeriod(),
                            usual.init(),
                            terminal,
                            usual.stdinOpen(),
                            usual.ulimits()),
                    Isolation.DEFAULT,
                    NameResolution.DEFAULT,
                    healthcheck,
                    null,
                    new TreeMap<>());
        }

        private DeploySpec deploy() {
            UpdatePolicy update =
                    new UpdatePolicy(
                            1,
                            Duration.ZERO,
                            onFailure,
                            Duration.ofSeconds(5),
                            0,
                            UpdatePolicy.Order.START_FIRST);
            return new DeploySpec(
                    mode, resources, restart, update, UpdatePolicy.DEFAULT, placement);
        }
    }
}
