package dev.modmon.server.job;

import dev.modmon.core.api.JobEvent;
import dev.modmon.core.project.ServiceName;
import dev.modmon.server.rollout.RolloutListener;
import java.time.Clock;
import java.util.Locale;

/// Writes what a rollout tells down as the events of its job.
record EventWriter(JobId job, EventFeed feed, Clock clock) implements RolloutListener {
    @Override
    public void phase(Phase phase, String text) {
        feed.append(job, new JobEvent.Phase(Moments.now(clock), word(phase), text));
    }

    @Override
    public void service(
            ServiceName service, ServiceState state, int running, int desired, String text) {
        feed.append(
                job,
                new JobEvent.Service(
                        Moments.now(clock), service.value(), word(state), running, desired, text));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
