package dev.modmon.server.job;

import dev.modmon.core.api.JobEvent;
import dev.modmon.core.compose.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Port: the jobs, kept for good. Every method returns once what it did is on disk.
public interface Jobs {
    /// Keeps a new job that waits, and opens its release under the environment's next number.
    Job create(JobId id, Target target, Order order, String user, Instant now);

    /// It is being carried out from now on, with these tags.
    void start(JobId id, SortedMap<String, String> tags);

    /// It has ended, and so has its release. What it journaled is forgotten.
    ///
    /// @param stack what runs since, with digests, when it completed
    void finish(JobId id, JobEvent.Finished end, Optional<Stack> stack, Instant now);

    Optional<Job> find(JobId id);

    /// Jobs that wait or are being carried out, oldest first.
    List<Job> unfinished();

    void append(JobId id, JobEvent event);

    /// The job's events from this one on, counted from 0.
    List<JobEvent> events(JobId id, int from);
}
