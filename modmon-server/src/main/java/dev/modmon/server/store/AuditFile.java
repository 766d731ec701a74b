package dev.modmon.server.store;

import dev.modmon.server.access.Caller;
import dev.modmon.server.operation.AuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// The audit log as a file to which lines of JSON are only ever added. Each is on disk before the call
/// it tells of goes on.
///
/// Calls without a token cost nobody anything to make, so of those only some a minute are written down.
public final class AuditFile implements AuditLog, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UNKNOWN_PER_MINUTE = 30;

    private final FileChannel channel;
    private final Clock clock;
    private Instant minute = Instant.EPOCH;
    private int unknown;

    private AuditFile(FileChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    public static AuditFile open(Path file, Clock clock) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            Set.of(
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.READ,
                                    StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            channel.position(channel.size());
            AuditFile log = new AuditFile(channel, clock);
            log.endTornLine();
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the audit log %s.".formatted(file), e);
        }
    }

    /// A crash may leave half a line, and what follows must not become part of it.
    private void endTornLine() throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        if (channel.size() > 0
                && channel.read(last, channel.size() - 1) == 1
                && last.get(0) != '\n') {
            append(new byte[] {'\n'});
        }
    }

    @Override
    public synchronized void record(Entry entry) {
        Instant now = clock.instant();
        if (entry.caller().isEmpty() && isTooMuch(now)) {
            return;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", now.truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("user", entry.caller().map(Caller::user).orElse(""));
        line.put("key", entry.caller().map(caller -> caller.key().toString()).orElse(""));
        line.put("operation", entry.operation());
        line.put("target", entry.target());
        line.put("outcome", entry.outcome());
        line.put("detail", entry.detail());
        try {
            append((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the audit log.", e);
        }
    }

    private boolean isTooMuch(Instant now) {
        if (now.isAfter(minute.plus(Duration.ofMinutes(1)))) {
            minute = now;
            unknown = 0;
        }
        return ++unknown > UNKNOWN_PER_MINUTE;
    }

    private void append(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
