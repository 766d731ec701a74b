package dev.modmon.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/// What the server is started with.
///
/// @param apiPort of the API on 127.0.0.1; 0: any free one
/// @param sshPort of the embedded SSH endpoint on 127.0.0.1; 0: none
/// @param authorizedKeys the file that a real sshd reads for this account, when there is one
record ServerSettings(Path state, int apiPort, SshPort sshPort, Optional<Path> authorizedKeys) {
    private static final int DEFAULT_API_PORT = 7180;
    private static final int DEFAULT_SSH_PORT = 7122;

    /// Where the embedded SSH endpoint listens.
    sealed interface SshPort {
        /// Nowhere: a real sshd is used.
        record Off() implements SshPort {}

        /// On this port.
        record Fixed(int number) implements SshPort {}

        /// On any free port.
        record Free() implements SshPort {}
    }

    /// @throws IllegalArgumentException when a setting makes no sense; the message names it
    static ServerSettings from(Environment environment) {
        refuseOtherAddress(environment, "server.address");
        refuseOtherAddress(environment, "modmon.api.address");
        refuseOtherAddress(environment, "modmon.ssh.address");
        String state = environment.getProperty("modmon.state", "");
        if (state.isBlank()) {
            throw new IllegalArgumentException(
                    "No state directory is given. Start the server with --modmon.state=DIR.");
        }
        return new ServerSettings(
                Path.of(state),
                port(environment, "modmon.api.port", DEFAULT_API_PORT),
                sshPort(environment),
                Optional.ofNullable(environment.getProperty("modmon.door.authorized-keys"))
                        .map(Path::of));
    }

    private static SshPort sshPort(Environment environment) {
        if ("free".equals(environment.getProperty("modmon.ssh.port"))) {
            return new SshPort.Free();
        }
        int port = port(environment, "modmon.ssh.port", DEFAULT_SSH_PORT);
        return port == 0 ? new SshPort.Off() : new SshPort.Fixed(port);
    }

    private static int port(Environment environment, String name, int otherwise) {
        String text = environment.getProperty(name, String.valueOf(otherwise));
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Refused below, like a number out of range.
        }
        throw new IllegalArgumentException(
                "--%s must be a port from 0 to 65535, not '%s'.".formatted(name, text));
    }

    private static void refuseOtherAddress(Environment environment, String name) {
        String address = environment.getProperty(name);
        if (address != null && !isLoopback(address)) {
            throw new IllegalArgumentException(
                    "--%s=%s is refused: modmon-server listens on 127.0.0.1 only. Reach it through SSH."
                            .formatted(name, address));
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return address.equals("127.0.0.1")
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
