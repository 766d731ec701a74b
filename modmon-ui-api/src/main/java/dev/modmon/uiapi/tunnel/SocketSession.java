package dev.modmon.uiapi.tunnel;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.future.CloseFuture;
import org.apache.sshd.common.future.DefaultCloseFuture;
import org.apache.sshd.common.io.AbstractIoWriteFuture;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoService;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.closeable.AbstractCloseable;
import org.apache.sshd.common.util.threads.ThreadUtils;
import org.jspecify.annotations.Nullable;

/// A plain socket for MINA to run a session over, with a thread to read and one to write.
///
/// MINA's own works with selectors and thread pools, made for many connections; they take a tenth of the time of a
/// client that makes one for one command. And here the socket is connected before MINA is ready.
final class SocketSession extends AbstractCloseable implements IoSession {
    private static final int BUFFER = 32 * 1024;
    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final IoService service;
    private final IoHandler handler;
    private final Socket socket;
    private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
    private final BlockingQueue<Write> writes = new LinkedBlockingQueue<>();

    SocketSession(IoService service, IoHandler handler, Socket socket) {
        this.service = service;
        this.handler = handler;
        this.socket = socket;
    }

    /// What is written from now on goes out.
    void startWriting() {
        start("modmon-ssh-writer", this::writeAll);
    }

    /// What comes from now on is handed over.
    void startReading() {
        start("modmon-ssh-reader", this::readAll);
    }

    @Override
    public IoWriteFuture writeBuffer(Buffer buffer) {
        Write write = new Write(buffer.array(), buffer.rpos(), buffer.available());
        // In this order, so that no write is added behind the back of the one that fails what is
        // left.
        writes.add(write);
        if (isClosing()) {
            failWrites();
        }
        return write;
    }

    @Override
    public void shutdownOutputStream() {
        writes.add(Write.last());
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public IoService getService() {
        return service;
    }

    @Override
    public @Nullable SocketAddress getAcceptanceAddress() {
        return null;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return socket.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return socket.getLocalSocketAddress();
    }

    @Override
    public @Nullable Object getAttribute(Object key) {
        return attributes.get(key);
    }

    @Override
    public @Nullable Object setAttribute(Object key, Object value) {
        return attributes.put(key, value);
    }

    @Override
    public @Nullable Object setAttributeIfAbsent(Object key, Object value) {
        return attributes.putIfAbsent(key, value);
    }

    @Override
    public @Nullable Object removeAttribute(Object key) {
        return attributes.remove(key);
    }

    /// Only for forwarded ports, which there are none of.
    @Override
    public void suspendRead() {
        throw new UnsupportedOperationException("Reading cannot be suspended.");
    }

    @Override
    public void resumeRead() {
        throw new UnsupportedOperationException("Reading cannot be suspended.");
    }

    /// Once everything that was written has gone out.
    @Override
    protected CloseFuture doCloseGracefully() {
        CloseFuture drained = new DefaultCloseFuture(toString(), futureLock);
        Write last = Write.last();
        last.addListener(_ -> drained.setClosed());
        writes.add(last);
        return drained;
    }

    @Override
    protected void doCloseImmediately() {
        try {
            socket.close();
        } catch (IOException e) {
            debug("Closing {} failed: {}", this, e.getMessage(), e);
        }
        failWrites();
        super.doCloseImmediately();
        try {
            handler.sessionClosed(this);
        } catch (Exception e) {
            debug("The end of {} could not be told: {}", this, e.getMessage(), e);
        }
        attributes.clear();
    }

    @Override
    public String toString() {
        return "SocketSession[%s]".formatted(socket.getRemoteSocketAddress());
    }

    private void readAll() {
        byte[] buffer = new byte[BUFFER];
        try {
            // Internal threads are never made to wait for the end of a key exchange, which they
            // bring about.
            ThreadUtils.runAsInternal(() -> {
                var in = socket.getInputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    handler.messageReceived(this, new ByteArrayBuffer(buffer, 0, n));
                }
                return true;
            });
            close(true);
        } catch (Exception e) {
            fail(e);
        }
    }

    private void writeAll() {
        try {
            OutputStream out = socket.getOutputStream();
            while (true) {
                Write write = writes.take();
                if (write.isLast()) {
                    socket.shutdownOutput();
                    write.written();
                    failWrites();
                    return;
                }
                try {
                    out.write(write.bytes, write.offset, write.length);
                } catch (IOException e) {
                    write.failed(e);
                    throw e;
                }
                write.written();
            }
        } catch (IOException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(true);
        }
    }

    private void fail(Exception e) {
        if (!isClosing()) {
            try {
                handler.exceptionCaught(this, e);
            } catch (Exception more) {
                debug("The failure of {} could not be told: {}", this, more.getMessage(), more);
            }
        }
        close(true);
    }

    private void failWrites() {
        for (Write write = writes.poll(); write != null; write = writes.poll()) {
            write.failed(new ClosedChannelException());
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /// Some bytes on their way out, or the end of all.
    private static final class Write extends AbstractIoWriteFuture {
        private final byte[] bytes;
        private final int offset;
        private final int length;

        Write(byte[] bytes, int offset, int length) {
            super("write", null);
            this.bytes = bytes;
            this.offset = offset;
            this.length = length;
        }

        static Write last() {
            return new Write(new byte[0], 0, -1);
        }

        boolean isLast() {
            return length < 0;
        }

        void written() {
            setValue(Boolean.TRUE);
        }

        void failed(IOException e) {
            setValue(e);
        }
    }
}
