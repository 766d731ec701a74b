package dev.modmon.core.source;

/// A value of the user's and where it stands, for diagnostics that only a later step can give.
public record Located<T>(T value, Place place) {
    @Override
    public String toString() {
        return value + " (" + place + ")";
    }
}
