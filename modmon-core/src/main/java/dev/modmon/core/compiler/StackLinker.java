package dev.modmon.core.compiler;

import dev.modmon.core.compiler.DependenciesDecoder.Dependency;
import dev.modmon.core.compose.ContainerFiles;
import dev.modmon.core.compose.DependencyCondition;
import dev.modmon.core.compose.DependencyGraph;
import dev.modmon.core.compose.FileKind;
import dev.modmon.core.compose.MountSpec;
import dev.modmon.core.compose.NetworkAttachment;
import dev.modmon.core.compose.NetworkSpec;
import dev.modmon.core.compose.PortSpec;
import dev.modmon.core.compose.ServiceSpec;
import dev.modmon.core.compose.Stack;
import dev.modmon.core.compose.StackName;
import dev.modmon.core.compose.StoredFile;
import dev.modmon.core.compose.VolumeSpec;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts services together to a stack, and checks that what they say of each other, of networks and of
/// volumes is there. Only what is used becomes part of the stack.
final class StackLinker {
    private final Declared declared;
    private final Diagnostics diagnostics;
    private final SortedMap<String, NetworkSpec> usedNetworks = new TreeMap<>();
    private final SortedMap<String, VolumeSpec> usedVolumes = new TreeMap<>();
    private final SortedMap<String, StoredFile> usedConfigs = new TreeMap<>();
    private final SortedMap<String, StoredFile> usedSecrets = new TreeMap<>();

    StackLinker(Declared declared, Diagnostics diagnostics) {
        this.declared = declared;
        this.diagnostics = diagnostics;
    }

    /// What is declared at the top level, by the names that services use.
    record Declared(
            SortedMap<String, NetworkSpec> networks,
            SortedMap<String, VolumeSpec> volumes,
            SortedMap<String, StoredFile> configs,
            SortedMap<String, StoredFile> secrets) {}

    Stack link(StackName name, List<DraftService> drafts) {
        checkPorts(drafts);
        List<String> names = drafts.stream().map(d -> d.name().value()).toList();
        ServiceAliases aliases = ServiceAliases.of(drafts, diagnostics);
        List<ServiceSpec> services =
                drafts.stream().map(draft -> link(draft, names, aliases)).toList();
        checkCycle(services, drafts);
        return new Stack(
                name,
                services,
                List.copyOf(usedNetworks.values()),
                List.copyOf(usedVolumes.values()),
                List.copyOf(usedConfigs.values()),
                List.copyOf(usedSecrets.values()));
    }

    private ServiceSpec link(DraftService draft, List<String> services, ServiceAliases aliases) {
        return new ServiceSpec(
                draft.name(),
                draft.container().withFiles(files(draft)),
                draft.deploy().spec(),
                networks(draft, aliases),
                draft.ports(),
                draft.deploy().endpointMode(),
                draft.deploy().labels(),
                dependencies(draft, services));
    }

    private ContainerFiles files(DraftService draft) {
        String owner = "Service '%s'".formatted(draft.name());
        GrantLinker configs =
                new GrantLinker(FileKind.CONFIG, declared.configs(), usedConfigs, diagnostics);
        GrantLinker secrets =
                new GrantLinker(FileKind.SECRET, declared.secrets(), usedSecrets, diagnostics);
        return new ContainerFiles(
                draft.mounts().stream().map(this::link).toList(),
                configs.link(draft.configs(), owner),
                secrets.link(draft.secrets(), owner));
    }

    private SortedMap<ServiceName, DependencyCondition> dependencies(
            DraftService draft, List<String> services) {
        SortedMap<ServiceName, DependencyCondition> linked = new TreeMap<>();
        draft.links().stream()
                .map(LinksDecoder.Link::service)
                .filter(services::contains)
                .forEach(service ->
                        linked.put(new ServiceName(service), DependencyCondition.STARTED));
        for (Dependency dependency : draft.dependsOn()) {
            if (services.contains(dependency.service())) {
                linked.put(new ServiceName(dependency.service()), dependency.condition());
            } else if (dependency.required()) {
                diagnostics.error(
                        "service.unknown-dependency",
                        dependency.place(),
                        "Service '%s' depends on '%s', which is not there."
                                .formatted(draft.name(), dependency.service()),
                        DidYouMean.hint(dependency.service(), services, "services"));
            }
        }
        return linked;
    }

    private List<NetworkAttachment> networks(DraftService draft, ServiceAliases aliases) {
        List<NetworkAttachment> attachments = new ArrayList<>();
        for (NetworksDecoder.Membership membership : draft.networks()) {
            NetworkSpec network = network(membership.network());
            if (network == null) {
                diagnostics.error(
                        "network.undeclared",
                        membership.place(),
                        "Service '%s' is in network '%s', which is not declared."
                                .formatted(draft.name(), membership.network()),
                        declare("networks", membership.network(), declared.networks()));
            } else {
                usedNetworks.put(network.name(), network);
                attachments.add(attachment(membership, network, draft, aliases));
            }
        }
        return attachments;
    }

    private @Nullable NetworkSpec network(String name) {
        NetworkSpec network = declared.networks().get(name);
        return network == null && NetworkModeDecoder.isOfNode(name)
                ? NetworkSpec.external(name)
                : network;
    }

    private static NetworkAttachment attachment(
            NetworksDecoder.Membership membership,
            NetworkSpec network,
            DraftService draft,
            ServiceAliases aliases) {
        List<String> names = new ArrayList<>(membership.attachment().aliases());
        if (!NetworkModeDecoder.isOfNode(network.name())) {
            names.addAll(aliases.in(draft.name(), membership.network()));
        }
        return new NetworkAttachment(
                network.name(), names, membership.attachment().driverOptions());
    }

    private MountSpec link(MountDecoder.Mount mount) {
        MountSpec spec = mount.spec();
        if (spec.kind() != MountSpec.Kind.VOLUME || spec.source().isEmpty()) {
            return spec;
        }
        VolumeSpec volume = declared.volumes().get(spec.source());
        if (volume == null) {
            diagnostics.error(
                    "volume.undeclared",
                    mount.place(),
                    "Volume '%s' is not declared.".formatted(spec.source()),
                    declare("volumes", spec.source(), declared.volumes()));
            return spec;
        }
        usedVolumes.put(volume.name(), volume);
        return spec.withSource(volume.name());
    }

    static String declare(String kind, String name, SortedMap<String, ?> declared) {
        return DidYouMean.nearest(name, declared.keySet())
                .map("Did you mean '%s'?"::formatted)
                .orElse("Declare it under 'swarm.%s': '%s:'.".formatted(kind, name));
    }

    private void checkPorts(List<DraftService> drafts) {
        Map<String, DraftService> published = new HashMap<>();
        for (DraftService draft : drafts) {
            for (PortSpec port : draft.ports()) {
                String key = port.published() + "/" + port.protocol();
                DraftService other = published.putIfAbsent(key, draft);
                if (port.published() != 0 && other != null && other != draft) {
                    reportClash(port, other, draft);
                }
            }
        }
    }

    /// Two services may have one port of different nodes; the mesh has each port once.
    private void reportClash(PortSpec port, DraftService other, DraftService draft) {
        boolean meshed =
                port.mode() == PortSpec.Mode.INGRESS
                        || other.ports().stream()
                                .anyMatch(p ->
                                        p.published() == port.published()
                                                && p.mode() == PortSpec.Mode.INGRESS);
        String message =
                "Port %d is published by both '%s' and '%s'."
                        .formatted(port.published(), other.name(), draft.name());
        if (meshed) {
            diagnostics.error(
                    "service.port-clash",
                    draft.portsPlace(),
                    message,
                    "Publish it from one of them, or put both behind a proxy.");
        } else {
            diagnostics.warning(
                    "service.port-clash",
                    draft.portsPlace(),
                    message,
                    "That works only while they never run on the same node.");
        }
    }

    private void checkCycle(List<ServiceSpec> services, List<DraftService> drafts) {
        List<ServiceName> cycle = DependencyGraph.of(services).cycle();
        if (cycle.isEmpty()) {
            return;
        }
        diagnostics.error(
                "service.dependency-cycle",
                placeOf(cycle.getFirst(), cycle.get(1), drafts),
                "Services depend on each other: %s."
                        .formatted(
                                String.join(
                                        " → ", cycle.stream().map(ServiceName::value).toList())),
                "Remove one of these dependencies.");
    }

    private static Place placeOf(ServiceName from, ServiceName to, List<DraftService> drafts) {
        return drafts.stream()
                .filter(draft -> draft.name().equals(from))
                .flatMap(draft -> draft.dependsOn().stream())
                .filter(dependency -> dependency.service().equals(to.value()))
                .map(Dependency::place)
                .findFirst()
                .orElseThrow();
    }
}
