package dev.modmon.uiapi.client;

import dev.modmon.core.cluster.NodeAddress;
import org.jspecify.annotations.Nullable;

/// What answers is no server of ours, or one of another age.
public final class InvalidAnswerException extends RuntimeException {
    InvalidAnswerException(
            NodeAddress node, String request, String why, @Nullable Throwable cause) {
        super(
                "The answer of %s to '%s' makes no sense: %s. Are client and server of the same version? 'modmon version' shows both."
                        .formatted(node, request, why),
                cause);
    }
}
