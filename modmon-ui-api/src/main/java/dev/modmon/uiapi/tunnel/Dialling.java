package dev.modmon.uiapi.tunnel;

import dev.modmon.core.cluster.NodeAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// From a node's address to a connection; the first of its addresses that answers.
final class Dialling {
    private Dialling() {}

    /// @throws NodeUnreachableException when the name means nothing, or nothing answers there
    static Socket connect(NodeAddress node, Duration timeout) {
        IOException last = null;
        for (InetAddress address : addresses(node)) {
            try {
                return connect(new InetSocketAddress(address, node.port()), timeout);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new NodeUnreachableException(
                "%s cannot be reached: %s. Check 'host' and 'port' in the cluster's file, the network, and the firewall in between."
                        .formatted(node, why(last, timeout)),
                last);
    }

    private static Socket connect(InetSocketAddress address, Duration timeout) throws IOException {
        Socket socket = new Socket();
        try {
            // Without it a small packet waits until the one before it is acknowledged.
            socket.setTcpNoDelay(true);
            socket.connect(address, (int) timeout.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static InetAddress[] addresses(NodeAddress node) {
        try {
            return InetAddress.getAllByName(node.host());
        } catch (UnknownHostException e) {
            throw new NodeUnreachableException(
                    "The name '%s' cannot be resolved. Check 'host' in the cluster's file, and the network."
                            .formatted(node.host()),
                    e);
        }
    }

    private static String why(@Nullable IOException e, Duration timeout) {
        if (e == null) {
            return "it has no address";
        }
        return e instanceof SocketTimeoutException
                ? "no answer within %d s".formatted(timeout.toSeconds())
                : String.valueOf(e.getMessage());
    }
}
