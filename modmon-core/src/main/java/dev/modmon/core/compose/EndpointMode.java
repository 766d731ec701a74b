package dev.modmon.core.compose;

/// How a service's name resolves: to one virtual address, or to all its tasks.
public enum EndpointMode {
    VIP,
    DNSRR
}
