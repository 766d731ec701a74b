package dev.modmon.server.access;

import dev.modmon.core.key.PublicKey;

/// A key that may come in, and whom it belongs to.
public record KnownKey(String user, PublicKey key) {
    public Caller caller() {
        return new Caller(user, fingerprint());
    }

    public KeyFingerprint fingerprint() {
        return KeyFingerprint.of(key);
    }
}
