package dev.modmon.server.operation;

import dev.modmon.core.api.LogReport;
import dev.modmon.server.rollout.LogLine;
import dev.modmon.server.rollout.LogStream;
import dev.modmon.server.rollout.PlatformException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Passes the lines of a service on to a client. A thread of its own reads them, so that a client that has
/// gone is noticed while nothing is written.
final class LogCopy {
    private static final int BUFFERED = 1000;
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final LogStream stream;
    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(BUFFERED);

    LogCopy(LogStream stream) {
        this.stream = stream;
    }

    private sealed interface Item {
        record Line(LogLine line) implements Item {}

        record End() implements Item {}

        record Broken(PlatformException failure) implements Item {}
    }

    /// @throws PlatformException when the engine breaks off
    void to(Reply.Sink sink) throws IOException, InterruptedException {
        Thread reader = Thread.ofVirtual().name("logs").start(this::read);
        try {
            while (passOn(items.poll(BEAT.toMillis(), TimeUnit.MILLISECONDS), sink)) {
                if (items.isEmpty()) {
                    sink.flush();
                }
            }
        } finally {
            stream.close();
            reader.interrupt();
        }
    }

    /// @return whether there may be more
    private static boolean passOn(@Nullable Item item, Reply.Sink sink) throws IOException {
        return switch (item) {
            case null -> {
                sink.beat();
                yield true;
            }
            case Item.Line(var line) -> {
                sink.line(report(line));
                yield true;
            }
            case Item.End() -> false;
            case Item.Broken(var failure) -> throw failure;
        };
    }

    private void read() {
        try {
            items.put(last());
        } catch (InterruptedException _) {
            // Nobody takes lines any more.
        }
    }

    private Item last() throws InterruptedException {
        try {
            LogLine line = stream.next();
            while (line != null) {
                items.put(new Item.Line(line));
                line = stream.next();
            }
            return new Item.End();
        } catch (PlatformException e) {
            return new Item.Broken(e);
        }
    }

    private static LogReport report(LogLine line) {
        return new LogReport(
                line.task(), line.node(), line.stream(), line.at().toString(), line.line());
    }
}
