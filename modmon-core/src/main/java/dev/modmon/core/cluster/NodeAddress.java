package dev.modmon.core.cluster;

import dev.modmon.core.diagnostic.ShownText;
import java.util.List;
import java.util.regex.Pattern;

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

    private static final int MAX_PORT = 65_535;
    private static final Pattern HOST =
            Pattern.compile(
                    "[a-zA-Z0-9]([a-zA-Z0-9.-]{0,252}[a-zA-Z0-9])?|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern USER = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,31}");

    public NodeAddress {
        checkHost(host);
        checkUser(user);
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "Port %d must be from 1 to %d.".formatted(port, MAX_PORT));
        }
        hostKeys = List.copyOf(hostKeys);
    }

    /// @throws IllegalArgumentException when this cannot be a host name or an address
    static String checkHost(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "Host '%s' must be a host name or an IP address."
                            .formatted(ShownText.whole(host)));
        }
        return host;
    }

    static String checkUser(String user) {
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException(
                    "Login name '%s' must be 1 to 32 of letters, digits, '-', '_' and '.'."
                            .formatted(ShownText.whole(user)));
        }
        return user;
    }

    @Override
    public String toString() {
        return "%s@%s:%d".formatted(user, host, port);
    }
}
