package dev.modmon.uiapi.tunnel;

import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.io.DefaultIoConnectFuture;
import org.apache.sshd.common.io.IoConnectFuture;
import org.apache.sshd.common.io.IoConnector;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoServiceEventListener;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.util.closeable.AbstractCloseable;
import org.jspecify.annotations.Nullable;

/// Makes a session of the one socket that is connected already, whatever the address.
final class SocketConnector extends AbstractCloseable implements IoConnector {
    private final Socket socket;
    private final IoHandler handler;
    private volatile @Nullable SocketSession session;

    SocketConnector(Socket socket, IoHandler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public IoConnectFuture connect(
            SocketAddress address,
            @Nullable AttributeRepository context,
            @Nullable SocketAddress localAddress) {
        IoConnectFuture future = new DefaultIoConnectFuture(address, null);
        SocketSession created = new SocketSession(this, handler, socket);
        session = created;
        try {
            created.startWriting();
            handler.sessionCreated(created);
            future.setSession(created);
            created.startReading();
        } catch (Exception e) {
            created.close(true);
            future.setException(e);
        }
        return future;
    }

    @Override
    public Map<Long, IoSession> getManagedSessions() {
        IoSession current = session;
        return current == null ? Map.of() : Map.of(current.getId(), current);
    }

    @Override
    public @Nullable IoServiceEventListener getIoServiceEventListener() {
        return null;
    }

    @Override
    public void setIoServiceEventListener(@Nullable IoServiceEventListener listener) {
        throw new UnsupportedOperationException("Nobody is told about connections.");
    }

    @Override
    protected void doCloseImmediately() {
        SocketSession current = session;
        if (current != null) {
            current.close(true);
        }
        super.doCloseImmediately();
    }
}
