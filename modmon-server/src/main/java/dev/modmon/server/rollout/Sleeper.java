package dev.modmon.server.rollout;

import java.time.Duration;

/// Lets time pass.
@FunctionalInterface
public interface Sleeper {
    Sleeper REAL = duration -> Thread.sleep(duration);

    void sleep(Duration duration) throws InterruptedException;
}
