package dev.modmon.core.compose;

import java.util.Locale;

/// Which of the two a [StoredFile] is. The engine shows a config to whoever asks, and a secret to nobody.
public enum FileKind {
    CONFIG(1_000),
    SECRET(500);

    private final int largestKib;

    FileKind(int largestKib) {
        this.largestKib = largestKib;
    }

    /// The most that the engine takes.
    public int largestKib() {
        return largestKib;
    }

    /// `config` or `secret`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// `configs` or `secrets`.
    public String words() {
        return word() + "s";
    }
}
