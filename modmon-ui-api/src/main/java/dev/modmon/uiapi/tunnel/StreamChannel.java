package dev.modmon.uiapi.tunnel;

import dev.modmon.uiapi.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.ChannelOutputStream;
import org.apache.sshd.common.channel.ChannelPipedInputStream;
import org.apache.sshd.common.channel.LocalWindow;
import org.jspecify.annotations.Nullable;

/// A channel as two streams. Unlike with MINA's own, the reader sees the end when the other side says so.
abstract class StreamChannel extends AbstractClientChannel implements Transport {
    private @Nullable ChannelPipedInputStream received;

    StreamChannel(String type) {
        super(type);
        addCloseFutureListener(_ -> endOfInput());
    }

    /// @throws IOException when the other side refuses, or says nothing in time
    void awaitOpen(Duration timeout) throws IOException {
        openFuture.verify(timeout);
    }

    /// Only once the channel is open.
    @Override
    public InputStream input() {
        return pipe();
    }

    /// Only once the channel is open. Blocks while the other side takes nothing.
    @Override
    public OutputStream output() {
        return invertedIn;
    }

    @Override
    public void readTimeout(Duration timeout) {
        pipe().setTimeout(timeout.toMillis());
    }

    @Override
    protected void doOpen() throws IOException {
        received = new ChannelPipedInputStream(getLocalWindow(), 0);
        ChannelOutputStream output =
                new ChannelOutputStream(
                        this, getRemoteWindow(), log, SshConstants.SSH_MSG_CHANNEL_DATA, true);
        invertedIn = output;
    }

    @Override
    protected void doWriteData(byte[] data, int offset, long length) throws IOException {
        if (!isClosing()) {
            pipe().receive(data, offset, (int) length);
        }
    }

    /// Nothing that we read from writes there; what comes is dropped, and its window given back.
    @Override
    protected void doWriteExtendedData(byte[] data, int offset, long length) throws IOException {
        LocalWindow window = getLocalWindow();
        if (!isClosing() && window.isOpen()) {
            window.release(length);
        }
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        endOfInput();
    }

    /// Tells the other side, and waits for nothing. A channel that is not open yet is closed once it is.
    @Override
    public void hangUp() {
        openFuture.addListener(opened -> {
            if (opened.isOpened()) {
                close(false);
            }
        });
        endOfInput();
    }

    private ChannelPipedInputStream pipe() {
        ChannelPipedInputStream pipe = received;
        if (pipe == null) {
            throw new IllegalStateException("The channel is not open.");
        }
        return pipe;
    }

    private void endOfInput() {
        ChannelPipedInputStream pipe = received;
        if (pipe != null) {
            pipe.eof();
        }
    }
}
