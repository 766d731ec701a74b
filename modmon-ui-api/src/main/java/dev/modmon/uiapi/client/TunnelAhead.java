package dev.modmon.uiapi.client;

import dev.modmon.uiapi.tunnel.Tunnel;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Opens tunnels, the first one before anybody asks for it. Who asks first gets that one, or the failure that it was.
final class TunnelAhead implements Supplier<Tunnel> {
    private final Supplier<Tunnel> opener;
    private final AtomicReference<@Nullable FutureTask<Tunnel>> first;

    private TunnelAhead(Supplier<Tunnel> opener, FutureTask<Tunnel> first) {
        this.opener = opener;
        this.first = new AtomicReference<>(first);
    }

    /// Begins with the first one, on a thread of its own.
    static TunnelAhead begin(Supplier<Tunnel> opener) {
        FutureTask<Tunnel> first = new FutureTask<>(opener::get);
        Thread thread = new Thread(first, "modmon-tunnel-ahead");
        thread.setDaemon(true);
        thread.start();
        return new TunnelAhead(opener, first);
    }

    @Override
    public Tunnel get() {
        FutureTask<Tunnel> begun = first.getAndSet(null);
        return begun == null ? opener.get() : outcome(begun);
    }

    private static Tunnel outcome(FutureTask<Tunnel> begun) {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The tunnel cannot be opened.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while the tunnel was opened.");
        }
    }
}
