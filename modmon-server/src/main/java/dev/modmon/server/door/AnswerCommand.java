package dev.modmon.server.door;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/// What runs instead of whatever the client asked to run.
final class AnswerCommand implements Command {
    private final DoorAnswers answers;
    private @Nullable OutputStream out;
    private @Nullable ExitCallback exit;

    AnswerCommand(DoorAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void setInputStream(InputStream in) {}

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream err) {}

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        String line =
                EmbeddedDoor.callerOf(channel.getServerSession())
                        .map(answers::lineFor)
                        .orElseThrow(() -> new IOException("Nobody has logged in."));
        OutputStream stdout = Objects.requireNonNull(out);
        stdout.write(line.getBytes(StandardCharsets.UTF_8));
        stdout.flush();
        Objects.requireNonNull(exit).onExit(0);
    }

    @Override
    public void destroy(ChannelSession channel) {}
}
