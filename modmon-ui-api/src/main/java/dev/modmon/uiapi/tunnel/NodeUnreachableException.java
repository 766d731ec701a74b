package dev.modmon.uiapi.tunnel;

import org.jspecify.annotations.Nullable;

/// A node does not answer, not in time, or not as a node of ours does.
public final class NodeUnreachableException extends TunnelException {
    NodeUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
