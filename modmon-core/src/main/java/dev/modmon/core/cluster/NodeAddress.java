package dev.modmon.core.cluster;

import java.util.List;

/// How a node is reached: SSH address and pinned host keys.
///
/// @param host name or address
/// @param port of sshd
/// @param user whom to log in as, usually `modmon`
/// @param hostKeys public keys as OpenSSH writes them, `TYPE BASE64`; any other key is refused
public record NodeAddress(String host, int port, String user, List<String> hostKeys) {
    /// The account that modmon-server's forced commands belong to.
    public static final String DEFAULT_USER = "modmon";

    public static final int DEFAULT_PORT = 22;

    public NodeAddress {
        hostKeys = List.copyOf(hostKeys);
    }

    @Override
    public String toString() {
        return "%s@%s:%d".formatted(user, host, port);
    }
}
