package dev.modmon.uiapi.client;

import java.time.Duration;

/// Waits, so that what decides about time can be tested without it.
@FunctionalInterface
interface Sleeper {
    void sleep(Duration duration) throws InterruptedException;
}
