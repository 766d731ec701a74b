package dev.modmon.server.docker;

import java.time.Duration;

/// Closes something that others wait for, unless it is called off in time.
final class Watchdog implements AutoCloseable {
    private final Thread thread;

    private Watchdog(Thread thread) {
        this.thread = thread;
    }

    static Watchdog closes(AutoCloseable waitedFor, Duration after) {
        return new Watchdog(
                Thread.ofVirtual()
                        .name("watchdog")
                        .start(() -> {
                            try {
                                Thread.sleep(after);
                                waitedFor.close();
                            } catch (Exception calledOff) {
                                // Either nobody waits any more, or the close woke whoever did.
                            }
                        }));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
