package dev.modmon.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.modmon.core.key.PublicKey;
import dev.modmon.server.access.Caller;
import dev.modmon.server.access.KnownKey;
import dev.modmon.uiapi.ssh.SshKeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTests {
    private final KnownKey alex = key("alex");
    private final KnownKey mike = key("mike");
    private final List<KnownKey> known = new ArrayList<>(List.of(alex, mike));
    private final Hand clock = new Hand();
    private final Tokens tokens = new Tokens(() -> List.copyOf(known), clock);

    @Test
    void tellsWhoseTokenItIs() {
        assertThat(tokens.verify(tokens.issue(alex.caller()))).contains(alex.caller());
        assertThat(tokens.verify(tokens.issue(mike.caller()))).contains(mike.caller());
    }

    @Test
    void knowsNoTokenThatItDidNotIssue() {
        String token = tokens.issue(alex.caller());

        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify(token.substring(1))).isEmpty();
        assertThat(tokens.verify(token + "A")).isEmpty();
    }

    @Test
    void handsOutTheSameTokenForAMinute() {
        String first = tokens.issue(alex.caller());
        clock.pass(Tokens.ROTATION.minusSeconds(1));
        assertThat(tokens.issue(alex.caller())).isEqualTo(first);

        clock.pass(Duration.ofSeconds(1));
        assertThat(tokens.issue(alex.caller())).isNotEqualTo(first);
        assertThat(tokens.verify(first)).isPresent();
    }

    @Test
    void endsATokenThreeMinutesAfterItWasMade() {
        String token = tokens.issue(alex.caller());

        clock.pass(Tokens.VALIDITY.minusSeconds(1));
        assertThat(tokens.verify(token)).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void endsTheTokensOfAKeyThatIsTakenAwayAtOnce() {
        String token = tokens.issue(alex.caller());

        known.remove(alex);

        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void endsTheTokensOfAKeyThatNowIsSomebodyElses() {
        String token = tokens.issue(alex.caller());

        known.remove(alex);
        known.add(new KnownKey("eve", alex.key()));

        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void isBoundToUserAndKey() {
        Caller otherKey = new Caller("alex", mike.fingerprint());

        assertThat(tokens.verify(tokens.issue(otherKey))).isEmpty();
    }

    private static KnownKey key(String user) {
        return new KnownKey(user, PublicKey.parse(SshKeyPair.generate().publicKey().line()));
    }

    /// Moves only by hand.
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
