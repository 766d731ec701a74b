package dev.modmon.uiapi.tunnel;

import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.Buffer;

/// A TCP connection that the node makes for us, to its own loopback address: RFC 4254, section 7.2.
///
/// Nothing listens on this machine, so no other of its users can get in.
final class DirectChannel extends StreamChannel {
    private static final String TYPE = "direct-tcpip";
    private static final String LOOPBACK = "127.0.0.1";

    /// At the earliest after this time a server closes a connection on which nothing comes.
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final int port;
    private final long begun = System.nanoTime();

    DirectChannel(int port) {
        super(TYPE);
        this.port = port;
    }

    /// Whether it is a connection to that port that the server did not give up for want of a request.
    boolean suits(int wanted) {
        return port == wanted && System.nanoTime() - begun < IDLE.toNanos();
    }

    @Override
    public synchronized OpenFuture open() throws IOException {
        if (isClosing()) {
            throw new SshException("The session is closed.");
        }
        openFuture = new DefaultOpenFuture(this, futureLock);
        Buffer buffer = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN);
        buffer.putString(TYPE);
        buffer.putUInt(getChannelId());
        buffer.putUInt(getLocalWindow().getSize());
        buffer.putUInt(getLocalWindow().getPacketSize());
        buffer.putString(LOOPBACK);
        buffer.putUInt(port);
        buffer.putString(LOOPBACK); // whom it is for; there is nobody
        buffer.putUInt(0);
        writePacket(buffer);
        return openFuture;
    }
}
