package dev.modmon.core.compiler;

import java.util.Locale;

/// Words at the start of a sentence.
final class Sentence {
    private Sentence() {}

    static String start(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
