package dev.modmon.uiapi;

import java.util.concurrent.TimeUnit;

/// Bounds a loop that polls.
public final class Deadline {
    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    public static Deadline in(long amount, TimeUnit unit) {
        return new Deadline(System.nanoTime() + unit.toNanos(amount));
    }

    /// @throws AssertionError when the time is over
    public void pause(String waitingFor) throws InterruptedException {
        if (System.nanoTime() - at > 0) {
            throw new AssertionError("Waited too long for " + waitingFor);
        }
        Thread.sleep(5);
    }
}
