package dev.modmon.server.job;

import dev.modmon.core.api.JobEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Hands out the events of jobs, from the first to the last, to whoever follows them, as often as they like.
public final class EventFeed {
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final Jobs jobs;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private long changes;
    private boolean closed;

    public EventFeed(Jobs jobs) {
        this.jobs = jobs;
    }

    void append(JobId job, JobEvent event) {
        jobs.append(job, event);
        changed();
    }

    /// Something was written down for some job.
    void changed() {
        lock.lock();
        try {
            changes++;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Whoever follows is let go: the server stops.
    public void close() {
        lock.lock();
        try {
            closed = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns after the last event, or when the server stops.
    public void follow(JobId job, Follower follower) throws IOException, InterruptedException {
        int seen = 0;
        while (true) {
            long before = changesSoFar();
            List<JobEvent> events = jobs.events(job, seen);
            for (JobEvent event : events) {
                follower.event(event);
                if (event instanceof JobEvent.Finished) {
                    return;
                }
            }
            seen += events.size();
            if (!awaitChangeAfter(before)) {
                return;
            }
            if (changesSoFar() == before) {
                follower.nothingNew();
            }
        }
    }

    private long changesSoFar() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a change, but not for long.
    ///
    /// @return false when the server stops
    private boolean awaitChangeAfter(long before) throws InterruptedException {
        lock.lock();
        try {
            long left = BEAT.toNanos();
            while (changes == before && !closed && left > 0) {
                left = more.awaitNanos(left);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Who is told.
    public interface Follower {
        /// @throws IOException when it is gone
        void event(JobEvent event) throws IOException;

        /// Nothing has happened for a while.
        ///
        /// @throws IOException when it is gone
        void nothingNew() throws IOException;
    }
}
