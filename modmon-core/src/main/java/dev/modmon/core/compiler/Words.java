package dev.modmon.core.compiler;

import dev.modmon.core.diagnostic.Diagnostics;
import dev.modmon.core.diagnostic.DidYouMean;
import dev.modmon.core.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Texts that stand for something else: choices, and words of a command line.
final class Words {
    private Words() {}

    /// The constant that is spelled so; anything else is reported.
    static <T> Optional<T> constant(
            Located<String> text,
            String what,
            Diagnostics diagnostics,
            T[] constants,
            Function<T, String> spelling) {
        Optional<T> found =
                Stream.of(constants)
                        .filter(c -> spelling.apply(c).equals(text.value()))
                        .findFirst();
        if (found.isEmpty()) {
            List<String> spellings = Stream.of(constants).map(spelling).toList();
            diagnostics.error(
                    "config.bad-value",
                    text.place(),
                    "%s '%s' must be one of %s."
                            .formatted(what, text.value(), String.join(", ", spellings)),
                    DidYouMean.nearest(text.value(), spellings)
                            .map("Did you mean '%s'?"::formatted)
                            .orElse(""));
        }
        return found;
    }

    /// As Compose spells constants: `ON_FAILURE` is `on-failure`.
    static String dashed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The words of a command line, with a shell's quotes and backslashes but without its variables
    /// and operators; empty when a quote stays open.
    static Optional<List<String>> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < line.length();
            if (escapes && (quote == 0 || "\"\\$`".indexOf(line.charAt(i + 1)) >= 0)) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return quote == 0 ? Optional.of(words) : Optional.empty();
    }
}
