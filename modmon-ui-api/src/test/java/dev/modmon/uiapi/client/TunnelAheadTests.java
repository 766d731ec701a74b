package dev.modmon.uiapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.modmon.uiapi.tunnel.Tunnel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TunnelAheadTests {
    private final Tunnel first = new PlainTunnel(1);
    private final Tunnel second = new PlainTunnel(2);

    @Test
    void opensTheFirstTunnelBeforeItIsWanted() throws Exception {
        Queue<Tunnel> tunnels = new ArrayDeque<>(List.of(first, second));
        CountDownLatch opened = new CountDownLatch(1);

        Supplier<Tunnel> ahead =
                TunnelAhead.begin(() -> {
                    opened.countDown();
                    return tunnels.remove();
                });

        assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ahead.get()).isSameAs(first);
        assertThat(ahead.get()).isSameAs(second);
    }

    @Test
    void tellsWhoAsksFirstWhyThereIsNoTunnelAndTriesAgainForTheNext() {
        var refusal = new IllegalStateException("No key fits.");
        Queue<Supplier<Tunnel>> attempts = new ArrayDeque<>();
        attempts.add(() -> {
            throw refusal;
        });
        attempts.add(() -> second);

        Supplier<Tunnel> ahead = TunnelAhead.begin(() -> attempts.remove().get());

        assertThatThrownBy(ahead::get).isSameAs(refusal);
        assertThat(ahead.get()).isSameAs(second);
    }
}
