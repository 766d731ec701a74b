package dev.modmon.uiapi.client;

import dev.modmon.core.api.JobEvent;
import dev.modmon.uiapi.http.HttpRequest;
import dev.modmon.uiapi.tunnel.ConnectionLostException;
import dev.modmon.uiapi.tunnel.NodeUnreachableException;
import dev.modmon.uiapi.tunnel.TunnelException;
import java.io.EOFException;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/// Follows a job to its end over as many connections as it takes.
///
/// The server tells all events from the beginning each time, so those that were handed over are counted off.
final class JobFollower {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int MAXIMUM_ATTEMPTS = 20;

    private final Exchange exchange;
    private final Access access;
    private final Sleeper sleeper;
    private final JobListener listener;
    private long delivered;
    private boolean finished;
    private int attempts;

    JobFollower(Exchange exchange, Access access, Sleeper sleeper, JobListener listener) {
        this.exchange = exchange;
        this.access = access;
        this.sleeper = sleeper;
        this.listener = listener;
    }

    void follow(HttpRequest events) {
        while (!finished) {
            try {
                Replay replay = new Replay();
                exchange.follow(events, JobEvent.class, replay::next);
                throwUnlessFinished(events);
            } catch (ConnectionLostException | NodeUnreachableException e) {
                if (!finished) {
                    pause(e);
                }
            }
        }
    }

    /// A server that is stopped ends its answers properly, but the job goes on with the next one.
    private void throwUnlessFinished(HttpRequest events) {
        if (!finished) {
            throw new ConnectionLostException(
                    access.node(),
                    events.toString(),
                    new EOFException("the events ended before the job did"));
        }
    }

    private void pause(TunnelException why) {
        if (++attempts > MAXIMUM_ATTEMPTS) {
            throw why;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            pause = LONGEST_PAUSE;
        }
        listener.reconnecting(why, pause);
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting to connect again.");
        }
        access.drop();
    }

    private final class Replay {
        private long told;

        void next(JobEvent event) {
            if (++told > delivered) {
                delivered = told;
                attempts = 0;
                finished = event instanceof JobEvent.Finished;
                listener.happened(event);
            }
        }
    }
}
