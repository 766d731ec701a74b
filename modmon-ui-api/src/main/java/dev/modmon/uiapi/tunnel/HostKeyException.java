package dev.modmon.uiapi.tunnel;

/// A node could not prove that it is the one that the cluster's file names.
public abstract sealed class HostKeyException extends TunnelException
        permits HostKeyChangedException, HostKeyNotPinnedException {
    HostKeyException(String message) {
        super(message, null);
    }
}
