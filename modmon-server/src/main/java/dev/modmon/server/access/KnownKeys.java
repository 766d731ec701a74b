package dev.modmon.server.access;

import java.util.List;
import java.util.Optional;

/// Port: the keys that may come in at this moment.
public interface KnownKeys {
    /// Each key once, ordered by user.
    List<KnownKey> all();

    default Optional<KnownKey> find(KeyFingerprint fingerprint) {
        return all().stream().filter(known -> known.fingerprint().equals(fingerprint)).findFirst();
    }
}
