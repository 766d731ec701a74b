package dev.modmon.server.job;

import dev.modmon.core.api.JobEvent;
import dev.modmon.server.job.RefusedException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out jobs: those of one environment one after the other, those of different ones beside each
/// other.
public final class JobQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration STOP_NUDGE = Duration.ofMillis(100);

    private final Jobs jobs;
    private final JobRun run;
    private final EventFeed feed;
    private final Clock clock;
    private final Map<String, Lane> lanes = new HashMap<>();
    private boolean stopping;

    public JobQueue(Jobs jobs, JobRun run, EventFeed feed, Clock clock) {
        this.jobs = jobs;
        this.run = run;
        this.feed = feed;
        this.clock = clock;
    }

    /// Keeps the job, and carries it out when its turn comes.
    ///
    /// @param notes what a person who follows it should know
    synchronized Job submit(Target target, Order order, String user, List<String> notes) {
        if (stopping) {
            throw new RefusedException(
                    Reason.CONFLICT, "server.stopping", "The server is about to stop.", "");
        }
        Job job = jobs.create(JobId.fresh(), target, order, user, clock.instant());
        feed.append(job.id(), new JobEvent.Phase(Moments.now(clock), "queued", queued(target)));
        for (String note : notes) {
            feed.append(job.id(), new JobEvent.Phase(Moments.now(clock), "queued", note));
        }
        enqueue(job);
        return job;
    }

    private String queued(Target target) {
        Lane lane = lanes.get(target.stack().value());
        return lane == null
                ? "Next in %s.".formatted(target)
                : "Waits for what is under way in %s.".formatted(target);
    }

    /// Takes up what an earlier server left: what was being carried out is undone, what waited is done.
    public synchronized void resume() {
        jobs.unfinished().forEach(this::enqueue);
    }

    /// The job that is being carried out in an environment, or is about to be.
    public synchronized Optional<JobId> current(Target target) {
        return Optional.ofNullable(lanes.get(target.stack().value()))
                .flatMap(Lane::first)
                .map(Job::id);
    }

    /// Does something to an environment while no job does.
    ///
    /// @throws RefusedException when a job is under way
    public <T> T whileIdle(Target target, Supplier<T> work) {
        String stack = target.stack().value();
        Lane reserved = new Lane(stack);
        reserve(target, reserved);
        try {
            return work.get();
        } finally {
            release(reserved);
        }
    }

    private synchronized void reserve(Target target, Lane reserved) {
        awaitEndOfFinishedJob(reserved.stack);
        if (lanes.putIfAbsent(reserved.stack, reserved) != null) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    "environment.busy",
                    "Something else is under way in %s.".formatted(target),
                    "Wait until it has ended: modmon status shows it.");
        }
    }

    /// A job tells that it has finished a moment before its thread is through with it.
    private void awaitEndOfFinishedJob(String stack) {
        try {
            Lane lane = lanes.get(stack);
            while (lane != null
                    && lane.waiting.isEmpty()
                    && lane.first().filter(this::isFinished).isPresent()) {
                wait();
                lane = lanes.get(stack);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isFinished(Job job) {
        return jobs.find(job.id()).filter(now -> now.state() == Job.State.FINISHED).isPresent();
    }

    /// What was submitted meanwhile goes on.
    private synchronized void release(Lane reserved) {
        if (reserved.waiting.isEmpty() || stopping) {
            lanes.remove(reserved.stack);
            notifyAll();
        } else {
            start(reserved);
        }
    }

    private void enqueue(Job job) {
        String stack = job.target().stack().value();
        Lane lane = lanes.get(stack);
        if (lane == null) {
            lane = new Lane(stack);
            lanes.put(stack, lane);
            lane.waiting.add(job);
            start(lane);
        } else {
            lane.waiting.add(job);
        }
    }

    private void start(Lane lane) {
        lane.thread = Thread.ofVirtual().name("jobs-" + lane.stack).start(() -> work(lane));
    }

    private void work(Lane lane) {
        Job job = next(lane);
        while (job != null) {
            try {
                run.carryOut(job, this::isStopping);
            } catch (RuntimeException e) {
                if (!isStopping()) {
                    LOG.error("Job {} of {} broke.", job.id(), job.target(), e);
                }
            }
            job = next(lane);
        }
    }

    private synchronized @Nullable Job next(Lane lane) {
        lane.current = stopping ? null : lane.waiting.poll();
        if (lane.current == null) {
            lanes.remove(lane.stack);
            notifyAll();
        }
        return lane.current;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /// Lets go of everything at once, as if the server had been killed: the next one takes it up.
    @Override
    public void close() {
        Map<String, Lane> open;
        synchronized (this) {
            stopping = true;
            open = Map.copyOf(lanes);
        }
        feed.close();
        for (Lane lane : open.values()) {
            stop(lane);
        }
    }

    /// The first interrupt makes a rollout go back, the next makes it leave everything as it is.
    private void stop(Lane lane) {
        Thread thread = lane.thread;
        if (thread == null) {
            return;
        }
        long end = System.nanoTime() + STOP_LIMIT.toNanos();
        try {
            while (thread.isAlive() && System.nanoTime() < end) {
                thread.interrupt();
                thread.join(STOP_NUDGE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Lane {
        final String stack;
        final Queue<Job> waiting = new ArrayDeque<>();
        @Nullable Job current;
        @Nullable Thread thread;

        Lane(String stack) {
            this.stack = stack;
        }

        Optional<Job> first() {
            return Optional.ofNullable(current).or(() -> Optional.ofNullable(waiting.peek()));
        }
    }
}
