package dev.modmon.server.access;

/// Who calls: the key is the identity, the name is for people and for the history.
public record Caller(String user, KeyFingerprint key) {
    @Override
    public String toString() {
        return "%s (%s)".formatted(user, key);
    }
}
