package dev.modmon.uiapi.client;

import dev.modmon.core.api.DoorAnswer;
import dev.modmon.core.cluster.NodeAddress;
import dev.modmon.uiapi.http.HttpConnection;
import dev.modmon.uiapi.tunnel.Tunnel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps one tunnel open, with a token that is young enough and the connections that are idle.
final class Access implements AutoCloseable {
    /// A token is valid for three minutes, but may be a minute old when the door hands it out.
    private static final Duration TOKEN_USE = Duration.ofSeconds(90);

    /// Servers close connections that nobody uses, at the earliest after this time.
    private static final Duration IDLE_USE = Duration.ofSeconds(5);

    private static final int IDLE_CONNECTIONS = 4;

    private final NodeAddress node;
    private final Supplier<Tunnel> opener;
    private final InstantSource clock;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private @Nullable Tunnel tunnel;
    private @Nullable DoorAnswer door;
    private Instant doorAnswered = Instant.EPOCH;

    Access(NodeAddress node, Supplier<Tunnel> opener, InstantSource clock) {
        this.node = node;
        this.opener = opener;
        this.clock = clock;
    }

    NodeAddress node() {
        return node;
    }

    synchronized DoorAnswer door() {
        Tunnel open = tunnel();
        DoorAnswer known = door;
        if (known == null || !clock.instant().isBefore(doorAnswered.plus(TOKEN_USE))) {
            Instant asked = clock.instant();
            known = open.door();
            door = known;
            doorAnswered = asked;
        }
        return known;
    }

    /// Asks the door anew next time, because the server did not take its token.
    synchronized void forget(DoorAnswer refused) {
        if (refused.equals(door)) {
            door = null;
        }
    }

    /// One that was used before, or a new one.
    synchronized Lease connection() {
        int port = door().port();
        dropIdleSince(clock.instant().minus(IDLE_USE));
        Idle used = idle.poll();
        return used != null
                ? new Lease(used.connection(), true)
                : new Lease(tunnel().connect(port), false);
    }

    /// One that nobody else gets afterwards.
    synchronized HttpConnection ownConnection() {
        return tunnel().connect(door().port());
    }

    synchronized void giveBack(HttpConnection connection) {
        if (connection.isIdle() && idle.size() < IDLE_CONNECTIONS) {
            idle.addFirst(new Idle(connection, clock.instant()));
        } else {
            connection.close();
        }
    }

    /// Connections that were idle for long may all be closed by now.
    synchronized void dropIdle() {
        dropIdleSince(Instant.MAX);
    }

    /// Nothing comes through the tunnel any more; the next request opens another.
    synchronized void drop() {
        dropIdle();
        door = null;
        if (tunnel != null) {
            tunnel.close();
            tunnel = null;
        }
    }

    @Override
    public void close() {
        drop();
    }

    private void dropIdleSince(Instant since) {
        idle.removeIf(connection -> {
            boolean old = !connection.since().isAfter(since);
            if (old) {
                connection.connection().close();
            }
            return old;
        });
    }

    private Tunnel tunnel() {
        Tunnel current = tunnel;
        if (current != null && !current.isOpen()) {
            drop();
            current = null;
        }
        if (current == null) {
            AnswerRehearsal.begin();
            current = opener.get();
            tunnel = current;
        }
        return current;
    }

    private record Idle(HttpConnection connection, Instant since) {}

    /// @param used whether the server may have closed it meanwhile
    record Lease(HttpConnection connection, boolean used) {}
}
