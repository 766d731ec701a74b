package dev.modmon.server.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.server.rollout.LogLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogFramesTests {
    private static final String DETAILS =
            "com.docker.swarm.node.id=n1,com.docker.swarm.service.id=s1,com.docker.swarm.task.id=t1";

    @Test
    void readsFramesOfBothStreams() throws IOException {
        LogFrames frames = frames(frame(1, "out\n"), frame(2, "err é\n"));

        assertThat(frames.next()).isEqualTo(new LogFrames.Frame(false, "out"));
        assertThat(frames.next()).isEqualTo(new LogFrames.Frame(true, "err é"));
        assertThat(frames.next()).isNull();
    }

    @Test
    void readsBareLinesOfAContainerWithATerminal() throws IOException {
        LogFrames frames =
                frames("2026-01-01T00:00:00Z one\r\n2026 two".getBytes(StandardCharsets.UTF_8));

        assertThat(frames.next()).isEqualTo(new LogFrames.Frame(false, "2026-01-01T00:00:00Z one"));
        assertThat(frames.next()).isEqualTo(new LogFrames.Frame(false, "2026 two"));
        assertThat(frames.next()).isNull();
    }

    @Test
    void endsAtAFrameThatIsCutOff() throws IOException {
        byte[] whole = frame(1, "whole");

        assertThat(frames(Arrays.copyOf(whole, whole.length - 2)).next()).isNull();
    }

    @Test
    void refusesAFrameThatIsTooLong() {
        LogFrames frames = frames(new byte[] {1, 0, 0, 0, 0x7f, 0, 0, 0});

        assertThatThrownBy(frames::next).isInstanceOf(IOException.class);
    }

    @Test
    void splitsALineIntoItsParts() {
        LogReader reader = new LogReader(task -> "web.1 of " + task, node -> "node " + node);

        LogLine line =
                reader.read(
                        new LogFrames.Frame(
                                true, "2026-01-01T00:00:00.5Z " + DETAILS + " said a, b = c"));

        assertThat(line)
                .isEqualTo(
                        new LogLine(
                                "web.1 of t1",
                                "node n1",
                                "stderr",
                                Instant.parse("2026-01-01T00:00:00.5Z"),
                                "said a, b = c"));
    }

    @Test
    void keepsEmptyLines() {
        LogReader reader = new LogReader(task -> task, node -> node);

        assertThat(
                        reader.read(new LogFrames.Frame(false, "2026-01-01T00:00:00Z " + DETAILS))
                                .line())
                .isEmpty();
    }

    private static LogFrames frames(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return new LogFrames(new ByteArrayInputStream(all.toByteArray()));
    }

    private static byte[] frame(int stream, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(frame);
        data.write(stream);
        data.write(new byte[3]);
        data.writeInt(bytes.length);
        data.write(bytes);
        return frame.toByteArray();
    }
}
