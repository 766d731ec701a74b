package dev.modmon.core.compiler;

import dev.modmon.core.compose.DeploySpec;
import dev.modmon.core.compose.EndpointMode;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.Placement;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ServiceMode;
import dev.modmon.core.compose.UpdatePolicy;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.source.Place;
import dev.modmon.core.yaml.YamlFields;
import dev.modmon.core.yaml.YamlMapping;
import dev.modmon.core.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/// Decodes `deploy`.
final class DeployDecoder {
    private static final int MOST_REPLICAS = 100_000;

    private final String owner;
    private final Diagnostics diagnostics;

    DeployDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// @param labels of the service
    record Deploy(DeploySpec spec, EndpointMode endpointMode, SortedMap<String, String> labels) {}

    /// What of a service decides how its tasks are best replaced.
    ///
    /// @param stateful whether it keeps what others must not lose, such as a database
    /// @param onHost whether it is in the network of its node
    record Circumstances(
            List<PortSpec> ports, List<MountSpec> mounts, boolean stateful, boolean onHost) {}

    Deploy decode(YamlFields service, Circumstances circumstances) {
        List<PortSpec> ports = circumstances.ports();
        String what = "'deploy' of " + owner;
        YamlMapping mapping =
                service.mapping("deploy").orElseGet(() -> YamlMapping.empty(service.place()));
        YamlFields fields = YamlFields.of(mapping, what, diagnostics);
        ServiceMode mode = mode(service, fields);
        UpdateDecoder policies = new UpdateDecoder(owner, diagnostics);
        UpdatePolicy update =
                policies.decode(
                        "update_config",
                        fields.mapping("update_config"),
                        UpdateDefaults.update(mode, circumstances));
        UpdatePolicy rollback =
                policies.decode(
                        "rollback_config",
                        fields.mapping("rollback_config"),
                        UpdateDefaults.rollback(mode, update));
        DeploySpec spec =
                new DeploySpec(
                        mode,
                        new ResourcesDecoder(owner, diagnostics)
                                .decode(service, fields.mapping("resources")),
                        new RestartDecoder(owner, diagnostics)
                                .decode(service, fields.mapping("restart_policy")),
                        update,
                        rollback,
                        placement(fields.mapping("placement"), service));
        checkOrder(ports, update.order(), fields.placeOf("update_config"));
        checkJob(mode, fields);
        EndpointMode endpointMode =
                fields.text("endpoint_mode").flatMap(this::endpointMode).orElse(EndpointMode.VIP);
        checkEndpoint(endpointMode, ports, fields.placeOf("endpoint_mode"));
        SortedMap<String, String> labels =
                new UnitFields(fields, what, diagnostics).texts("labels");
        return new Deploy(spec, endpointMode, labels);
    }

    private ServiceMode mode(YamlFields service, YamlFields deploy) {
        Optional<Integer> scale = service.integer("scale", 0, MOST_REPLICAS);
        Optional<Integer> replicas = deploy.integer("replicas", 0, MOST_REPLICAS).or(() -> scale);
        Optional<Located<String>> mode = deploy.text("mode");
        return switch (mode.map(Located::value).orElse("replicated")) {
            case "replicated" -> new ServiceMode.Replicated(replicas.orElse(1));
            case "global", "global-job" -> {
                if (replicas.isPresent()) {
                    diagnostics.error(
                            "service.replicas-of-global",
                            deploy.placeOf("replicas"),
                            "%s is global and cannot have a number of replicas."
                                    .formatted(Sentence.start(owner)),
                            "Remove 'replicas' or 'mode'.");
                }
                yield mode.orElseThrow().value().equals("global")
                        ? new ServiceMode.Global()
                        : new ServiceMode.GlobalJob();
            }
            case "replicated-job" -> new ServiceMode.ReplicatedJob(replicas.orElse(1));
            default -> {
                diagnostics.error(
                        "config.bad-value",
                        deploy.placeOf("mode"),
                        "'deploy.mode' of %s must be replicated, global, replicated-job or global-job."
                                .formatted(owner),
                        "");
                yield new ServiceMode.Replicated(1);
            }
        };
    }

    private Optional<EndpointMode> endpointMode(Located<String> text) {
        return Words.constant(
                text,
                "Endpoint mode",
                diagnostics,
                EndpointMode.values(),
                m -> m.name().toLowerCase(Locale.ROOT));
    }

    private Placement placement(Optional<YamlMapping> mapping, YamlFields service) {
        Placement said = mapping.map(this::placement).orElse(Placement.ANYWHERE);
        List<String> constraints = new ArrayList<>(said.constraints());
        service.text("platform").ifPresent(text -> addPlatform(text, constraints));
        return new Placement(
                constraints.stream().distinct().toList(), said.spread(), said.maxReplicasPerNode());
    }

    private void addPlatform(Located<String> platform, List<String> constraints) {
        Optional<List<String>> added = PlatformConstraints.of(platform.value());
        if (added.isPresent()) {
            constraints.addAll(added.get());
            diagnostics.note(
                    "compose.translated",
                    platform.place(),
                    "'platform: %s' of %s becomes the constraint '%s'."
                            .formatted(platform.value(), owner, String.join("', '", added.get())),
                    "");
        } else {
            diagnostics.error(
                    "config.bad-value",
                    platform.place(),
                    "'platform' of %s must be a system and a processor, but this is '%s'."
                            .formatted(owner, platform.value()),
                    "For example linux/amd64 or linux/arm64.");
        }
    }

    private void checkJob(ServiceMode mode, YamlFields deploy) {
        if (mode.isJob() && deploy.node("update_config").isPresent()) {
            diagnostics.error(
                    "service.job-update",
                    deploy.placeOf("update_config"),
                    "%s is a job, which the engine does not update bit by bit."
                            .formatted(Sentence.start(owner)),
                    "Remove 'update_config'.");
        }
    }

    private Placement placement(YamlMapping mapping) {
        String what = "'deploy.placement' of " + owner;
        YamlFields fields = YamlFields.of(mapping, what, diagnostics);
        List<String> constraints =
                fields.texts("constraints").stream()
                        .map(text -> text.value().replaceAll("\\s*(==|!=)\\s*", "$1"))
                        .toList();
        List<String> spread = new ArrayList<>();
        for (YamlNode item : fields.items("preferences")) {
            YamlFields preference = YamlFields.of(item, "a preference in " + what, diagnostics);
            preference.requiredText("spread").ifPresent(text -> spread.add(text.value()));
        }
        int most = fields.integer("max_replicas_per_node", 0, MOST_REPLICAS).orElse(0);
        return new Placement(constraints, spread, most);
    }

    private void checkOrder(List<PortSpec> ports, UpdatePolicy.Order order, Place place) {
        if (order == UpdatePolicy.Order.START_FIRST && UpdateDefaults.hasHostPort(ports)) {
            diagnostics.warning(
                    "service.start-first-host-port",
                    place,
                    "%s starts first but has a port of the node: with no free node left, an update waits for ever."
                            .formatted(Sentence.start(owner)),
                    "Use 'order: stop-first', or publish the port in mode ingress.");
        }
    }

    private void checkEndpoint(EndpointMode mode, List<PortSpec> ports, Place place) {
        boolean ingress = ports.stream().anyMatch(p -> p.mode() == PortSpec.Mode.INGRESS);
        if (mode == EndpointMode.DNSRR && ingress) {
            diagnostics.error(
                    "service.dnsrr-ingress",
                    place,
                    "%s has endpoint mode dnsrr and a port in mode ingress; the engine refuses both together."
                            .formatted(Sentence.start(owner)),
                    "Publish the port with 'mode: host', or remove 'endpoint_mode'.");
        }
    }
}
