package dev.modmon.uiapi.tunnel;

import org.jspecify.annotations.Nullable;

/// The way into a cluster is closed, or broke off. The message says which node, why, and what to do.
public abstract sealed class TunnelException extends RuntimeException
        permits NodeUnreachableException,
                HostKeyException,
                LoginRefusedException,
                ConnectionLostException {
    TunnelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
