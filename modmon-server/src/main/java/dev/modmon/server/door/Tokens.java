package dev.modmon.server.door;

import dev.modmon.server.access.Caller;
import dev.modmon.server.access.KnownKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Short-lived tokens, each bound to a caller. They are in memory only: a restart ends them all, and a
/// token whose key is no longer known is worth nothing from that moment on.
public final class Tokens {
    /// From the moment it is made.
    public static final Duration VALIDITY = Duration.ofMinutes(3);

    /// How long the same token is handed out again.
    public static final Duration ROTATION = Duration.ofMinutes(1);

    private static final int BYTES = 32;

    private final KnownKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final List<Issued> issued = new ArrayList<>();

    public Tokens(KnownKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// A token for a caller who proved to have the key.
    public synchronized String issue(Caller caller) {
        Instant now = clock.instant();
        issued.removeIf(token -> token.hasExpired(now));
        return issued.stream()
                .filter(token -> token.caller().equals(caller) && token.isFresh(now))
                .map(Issued::text)
                .findFirst()
                .orElseGet(() -> fresh(caller, now));
    }

    private String fresh(Caller caller, Instant now) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Issued token =
                new Issued(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), caller, now);
        issued.add(token);
        return token.text();
    }

    /// Whose token this is; empty when it was never issued, has expired, or its key is gone.
    public Optional<Caller> verify(String text) {
        return match(text)
                .filter(caller ->
                        keys.find(caller.key())
                                .map(known -> known.caller().equals(caller))
                                .orElse(false));
    }

    /// Compares with every token, so that the time taken tells nothing about any of them.
    private synchronized Optional<Caller> match(String text) {
        Instant now = clock.instant();
        byte[] given = text.getBytes(StandardCharsets.UTF_8);
        Optional<Caller> found = Optional.empty();
        for (Issued token : issued) {
            boolean same =
                    MessageDigest.isEqual(given, token.text().getBytes(StandardCharsets.UTF_8));
            if (same && !token.hasExpired(now)) {
                found = Optional.of(token.caller());
            }
        }
        return found;
    }

    private record Issued(String text, Caller caller, Instant at) {
        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(ROTATION));
        }

        boolean hasExpired(Instant now) {
            return !now.isBefore(at.plus(VALIDITY));
        }

        @Override
        public String toString() {
            return "Issued[%s, %s]".formatted(caller, at);
        }
    }
}
