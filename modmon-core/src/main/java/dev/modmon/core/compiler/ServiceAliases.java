package dev.modmon.core.compiler;

import dev.modmon.core.compiler.LinksDecoder.Link;
import dev.modmon.core.compiler.NetworksDecoder.Membership;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.project.ServiceName;
import dev.modmon.core.source.Located;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Further names of services: what others call them in `links`, and their `container_name`. In a Swarm
/// such a name is an alias in a network, which everybody there sees.
final class ServiceAliases {
    private final Map<String, SortedSet<String>> aliases = new HashMap<>();
    private final List<DraftService> drafts;
    private final Set<String> services;
    private final Diagnostics diagnostics;

    private ServiceAliases(List<DraftService> drafts, Diagnostics diagnostics) {
        this.drafts = drafts;
        this.services =
                drafts.stream().map(draft -> draft.name().value()).collect(Collectors.toSet());
        this.diagnostics = diagnostics;
    }

    static ServiceAliases of(List<DraftService> drafts, Diagnostics diagnostics) {
        ServiceAliases aliases = new ServiceAliases(drafts, diagnostics);
        for (DraftService draft : drafts) {
            draft.containerName().ifPresent(name -> aliases.addContainerName(draft, name));
            draft.links().forEach(link -> aliases.addLink(draft, link));
        }
        return aliases;
    }

    /// @param network by the name that services use
    List<String> in(ServiceName service, String network) {
        return List.copyOf(aliases.getOrDefault(key(service.value(), network), new TreeSet<>()));
    }

    private void addContainerName(DraftService draft, Located<String> name) {
        boolean known = services.contains(name.value());
        if (!known) {
            draft.networks().forEach(m -> add(draft, m.network(), name.value()));
        }
        if (!name.value().equals(draft.name().value())) {
            diagnostics.note(
                    "compose.translated",
                    name.place(),
                    "Tasks of service '%s' are named by the engine; '%s' %s."
                            .formatted(
                                    draft.name(),
                                    name.value(),
                                    known
                                            ? "is the name of another service"
                                            : "is a name of the service in its networks"),
                    "");
        }
    }

    private void addLink(DraftService draft, Link link) {
        Optional<DraftService> target =
                drafts.stream().filter(d -> d.name().value().equals(link.service())).findFirst();
        if (target.isEmpty()) {
            diagnostics.error(
                    "service.unknown-link",
                    link.place(),
                    "Service '%s' is linked to '%s', which is not there."
                            .formatted(draft.name(), link.service()),
                    DidYouMean.hint(link.service(), services, "services"));
            return;
        }
        List<String> common = commonNetworks(draft, target.get());
        if (common.isEmpty()) {
            diagnostics.error(
                    "service.unreachable-link",
                    link.place(),
                    "Service '%s' is linked to '%s', but they have no network in common."
                            .formatted(draft.name(), link.service()),
                    "Put both into one network.");
        } else if (link.renames()) {
            addName(target.get(), common, link);
        }
    }

    private void addName(DraftService target, List<String> networks, Link link) {
        if (services.contains(link.name())) {
            diagnostics.error(
                    "service.name-clash",
                    link.place(),
                    "A link calls service '%s' by the name '%s', which is another service's."
                            .formatted(link.service(), link.name()),
                    "In a Swarm everybody in a network sees the same names; choose another one.");
            return;
        }
        networks.forEach(network -> add(target, network, link.name()));
        diagnostics.note(
                "compose.translated",
                link.place(),
                "The link makes '%s' a name of service '%s' for everybody in its networks."
                        .formatted(link.name(), link.service()),
                "");
    }

    private static List<String> commonNetworks(DraftService one, DraftService other) {
        Set<String> ofOther =
                other.networks().stream().map(Membership::network).collect(Collectors.toSet());
        return one.networks().stream()
                .map(Membership::network)
                .filter(network -> !NetworkModeDecoder.isOfNode(network))
                .filter(ofOther::contains)
                .toList();
    }

    private void add(DraftService service, String network, String alias) {
        if (!alias.equals(service.name().value())) {
            aliases.computeIfAbsent(key(service.name().value(), network), _ -> new TreeSet<>())
                    .add(alias);
        }
    }

    private static String key(String service, String network) {
        return service + " " + network;
    }
}
