package dev.modmon.server.door;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;

/// Session channels on which only a command or a shell can be asked for: no environment, no terminal,
/// no subsystem, no agent, no X11.
final class AnswerChannelFactory implements ChannelFactory {
    private static final Set<String> KNOWN = Set.of("exec", "shell");

    @Override
    public String getName() {
        return "session";
    }

    @Override
    public Channel createChannel(Session session) {
        return new AnswerChannel();
    }

    private static final class AnswerChannel extends ChannelSession {
        AnswerChannel() {
            super(List.of());
        }

        @Override
        protected RequestHandler.Result handleInternalRequest(
                String type, boolean wantReply, Buffer buffer) throws IOException {
            return KNOWN.contains(type)
                    ? super.handleInternalRequest(type, wantReply, buffer)
                    : RequestHandler.Result.ReplyFailure;
        }
    }
}
