package dev.modmon.uiapi.tunnel;

import dev.modmon.core.cluster.NodeAddress;
import java.io.IOException;

/// A connection to a node's API broke off, or nothing came through it any more.
public final class ConnectionLostException extends TunnelException {
    /// @param during what was going on, as in `during "GET /v1/version"`
    public ConnectionLostException(NodeAddress node, String during, IOException cause) {
        super(
                "The connection to %s broke off during '%s': %s. What the server began there goes on without us; 'modmon status' shows it."
                        .formatted(node, during, cause.getMessage()),
                cause);
    }
}
