package dev.modmon.cli.quickstart;

import dev.modmon.cli.failure.Interrupted;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for something outside this process.
final class Poll {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Poll() {}

    /// @return whether it came true before the deadline
    static boolean until(BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Interrupted(
                        "The quickstart was interrupted.",
                        "'modmon quickstart' goes on from here; '--remove' takes it back.");
            }
        }
        return true;
    }
}
