package dev.modmon.core.compiler;

import dev.modmon.core.compiler.NetworksDecoder.Membership;
import dev.modmon.core.compose.NetworkAttachment;
import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.source.Located;
import dev.modmon.core.yaml.YamlFields;
import java.util.List;
import java.util.Optional;

/// Decodes `network_mode`: the networks that every node has can be joined like others.
final class NetworkModeDecoder {
    static final String HOST = "host";
    static final String BRIDGE = "bridge";

    private final String owner;
    private final Diagnostics diagnostics;

    NetworkModeDecoder(String owner, Diagnostics diagnostics) {
        this.owner = owner;
        this.diagnostics = diagnostics;
    }

    /// Whether a network is each node's own, which has no names in it.
    static boolean isOfNode(String network) {
        return network.equals(HOST) || network.equals(BRIDGE);
    }

    /// Empty when the service is in usual networks.
    List<Membership> decode(YamlFields fields) {
        Optional<Located<String>> mode = fields.text("network_mode");
        if (mode.isEmpty()) {
            return List.of();
        }
        if (fields.node("networks").isPresent()) {
            diagnostics.error(
                    "compose.said-twice",
                    mode.get().place(),
                    "%s has both 'network_mode' and 'networks'.".formatted(Sentence.start(owner)),
                    "Remove one of the two.");
        }
        return switch (mode.get().value()) {
            case HOST -> List.of(membership(HOST, mode.get()));
            case BRIDGE, "default" -> List.of(membership(BRIDGE, mode.get()));
            default -> {
                diagnostics.error(
                        "compose.not-in-swarm",
                        mode.get().place(),
                        "'network_mode: %s' of %s is not possible in a Swarm: %s."
                                .formatted(mode.get().value(), owner, reason(mode.get().value())),
                        hint(mode.get().value()));
                yield List.of();
            }
        };
    }

    private static Membership membership(String network, Located<String> mode) {
        return new Membership(NetworkAttachment.of(network), mode.place());
    }

    private static String reason(String mode) {
        return mode.contains(":")
                ? "tasks that share a network would have to be on one node"
                : "every service is in a network";
    }

    private static String hint(String mode) {
        return mode.contains(":")
                ? "Let both be in one network, and reach the other by its name."
                : "Give it a network of its own with 'internal: true'.";
    }
}
