package dev.modmon.uiapi.tunnel;

import dev.modmon.core.cluster.NodeAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node takes none of the keys.
public final class LoginRefusedException extends TunnelException {
    private final transient List<String> tried;

    LoginRefusedException(
            NodeAddress node, List<String> tried, List<String> skipped, @Nullable Throwable cause) {
        super(message(node, tried, skipped), cause);
        this.tried = List.copyOf(tried);
    }

    /// The keys that were offered, each with its fingerprint and where it comes from.
    public List<String> tried() {
        return tried;
    }

    private static String message(NodeAddress node, List<String> tried, List<String> skipped) {
        StringBuilder message = new StringBuilder();
        if (tried.isEmpty()) {
            message.append("There is no key to log in to %s with.".formatted(node));
        } else {
            message.append("%s takes none of these keys:".formatted(node));
            tried.forEach(key -> message.append("\n  ").append(key));
        }
        if (!skipped.isEmpty()) {
            message.append("\nNot tried:");
            skipped.forEach(why -> message.append("\n  ").append(why));
        }
        message.append(
                tried.isEmpty()
                        ? "\nMake one with 'ssh-keygen -t ed25519', or name a file in MODMON_IDENTITY, and have an admin add the public key to the cluster's 'access.yaml'."
                        : "\nHave an admin add one of them to the cluster's 'access.yaml', or name another file in MODMON_IDENTITY.");
        return message.toString();
    }
}
