package dev.modmon.uiapi.tunnel;

import java.io.IOException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;

/// A session in which the node says what the key's forced command says: RFC 4254, section 6.5.
final class DoorChannel extends StreamChannel {
    /// Only for the log of a node: the forced command comes in its place.
    private static final String COMMAND = "modmon-door";

    DoorChannel() {
        super("session");
    }

    @Override
    protected void doOpen() throws IOException {
        super.doOpen();
        Buffer buffer = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
        buffer.putUInt(getRecipient());
        buffer.putString("exec");
        buffer.putBoolean(false); // no reply: the output, or the end without it, says enough
        buffer.putString(COMMAND);
        writePacket(buffer);
    }
}
