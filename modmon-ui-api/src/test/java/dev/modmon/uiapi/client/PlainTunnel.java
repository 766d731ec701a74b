package dev.modmon.uiapi.client;

import dev.modmon.core.api.DoorAnswer;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.http.HttpConnection;
import dev.modmon.uiapi.http.Transport;
import dev.modmon.uiapi.tunnel.Tunnel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A tunnel without SSH: plain connections to an API on this machine, and tokens by number.
final class PlainTunnel implements Tunnel {
    static final NodeAddress NODE = new NodeAddress("node", 22, "modmon", List.of());

    private final int apiPort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private boolean open = true;
    private int doorsAsked;

    PlainTunnel(int apiPort) {
        this.apiPort = apiPort;
    }

    int connections() {
        return sockets.size();
    }

    @Override
    public NodeAddress node() {
        return NODE;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public DoorAnswer door() {
        return new DoorAnswer("token-" + ++doorsAsked, apiPort, "sarah");
    }

    @Override
    public HttpConnection connect(int port) {
        try {
            Socket socket = new Socket("127.0.0.1", port);
            sockets.add(socket);
            return new HttpConnection(
                    "127.0.0.1",
                    new SocketTransport(socket, socket.getInputStream(), socket.getOutputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        open = false;
        sockets.forEach(PlainTunnel::hangUp);
    }

    /// As when the network is gone.
    void breakOff() {
        close();
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record SocketTransport(Socket socket, InputStream input, OutputStream output)
            implements Transport {
        @Override
        public void readTimeout(Duration timeout) {
            try {
                socket.setSoTimeout((int) timeout.toMillis());
            } catch (IOException e) {
                // It broke off; the next read says so.
            }
        }

        @Override
        public void hangUp() {
            PlainTunnel.hangUp(socket);
        }
    }
}
